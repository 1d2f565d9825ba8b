import { api, LightningElement } from 'lwc';
import type { PageItem } from '../../data/shell-model.ts';
import { partOf } from './parts.ts';

/** The components of a region or a facet, one below the other. */
export default class Region extends LightningElement {
  @api items: PageItem[] = [];
  @api facets: Record<string, PageItem[]> = {};
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  get parts() {
    const { recordId, objectApiName, facets } = this;
    return this.items.map((item, key) => ({
      key,
      ...partOf(item, { recordId, objectApiName, facets }),
    }));
  }
}
