import { api, LightningElement, wire } from 'lwc';
import { getRelatedListsInfo } from 'lightning/uiRelatedListApi';
import type { Wired } from '../../data/object-info.ts';

interface RelatedListSummary {
  relatedListId: string;
  objectApiName: string;
}

/** The related lists of the page layout, or the one that a page names. */
export default class RelatedLists extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @api single: string | undefined;
  @wire(getRelatedListsInfo, { parentObjectApiName: '$objectApiName' })
  info?: Wired<{ relatedLists: RelatedListSummary[] }>;

  get lists(): RelatedListSummary[] {
    const all = this.info?.data?.relatedLists ?? [];
    return this.single ? all.filter(({ relatedListId }) => relatedListId === this.single) : all;
  }

  get isEmpty(): boolean {
    return this.info?.data !== undefined && this.lists.length === 0;
  }
}
