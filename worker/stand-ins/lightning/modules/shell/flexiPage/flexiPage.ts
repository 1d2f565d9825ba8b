import { api, LightningElement } from 'lwc';
import type { Page } from '../../data/shell-model.ts';

const FULL = 'slds-col slds-size_1-of-1';
const part = (size: string) => `${FULL} slds-large-size_${size}`;

/** A Lightning page: its regions in the places that their names tell. */
export default class FlexiPage extends LightningElement {
  @api page!: Page;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  get regions() {
    const names = Object.keys(this.page.regions);
    const besides = names.filter((name) => /side|left|right|region[2-9]|col/i.test(name)).length;
    return Object.entries(this.page.regions)
      .filter(([, items]) => items.length > 0)
      .map(([name, items]) => ({ name, items, classes: widthOf(name, besides) }));
  }
}

function widthOf(name: string, besides: number): string {
  if (/header|top|footer|bottom/i.test(name) || besides === 0) return FULL;
  if (/sidebar|side/i.test(name)) return part(besides > 1 ? '1-of-4' : '1-of-3');
  if (/left|right|col|region/i.test(name)) return part(besides > 2 ? '1-of-3' : '1-of-2');
  return part(besides > 1 ? '2-of-4' : '2-of-3');
}
