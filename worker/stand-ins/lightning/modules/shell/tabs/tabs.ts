import { api, LightningElement } from 'lwc';
import type { PageItem } from '../../data/shell-model.ts';

/** Titles that the App Builder keeps as names of its own labels. */
const TITLES: Record<string, string> = {
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
};

/** A tabset of a page: a facet of tabs, each with a facet of components. */
export default class Tabs extends LightningElement {
  @api item!: PageItem;
  @api facets: Record<string, PageItem[]> = {};
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  get tabs() {
    const facet = this.facets[String(this.item.properties.tabs)] ?? [];
    return facet.map(({ properties }, at) => {
      const title = String(properties.title ?? '');
      const items = this.facets[String(properties.body)] ?? [];
      return { key: `tab${at}`, label: TITLES[title] ?? title, items };
    });
  }
}
