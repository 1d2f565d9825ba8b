import { api, LightningElement } from 'lwc';
import type { PageReference } from '../../data/page-reference.ts';
import { viewOf, type View } from './views.ts';

/** What an address shows. */
export default class Content extends LightningElement {
  @api page: PageReference | undefined;

  get view(): View {
    return viewOf(this.page);
  }
}
