import { LightningElement, api } from 'lwc';
import { fill } from 'c/format';
import required from '@salesforce/label/c.Mapping_Fields_Required';
import add from '@salesforce/label/c.Mapping_Suggest_Add';
import addOf from '@salesforce/label/c.Mapping_Suggest_Add_Of';
import dismissOf from '@salesforce/label/c.Mapping_Suggest_Dismiss_Of';

/** One suggestion, as it is shown below its field or source. */
export interface Offer {
  /** Unique among all. */
  key: string;
  /** The other side: the label of the source or of the field. */
  name: string;
  /** Its path or API name. */
  detail: string;
  /** The sample's value and what becomes of it, or the type of the field. */
  value: string;
  reason: string;
  /** Labels of both sides, for the names of the buttons. */
  source: string;
  field: string;
}

/** A field nothing fills or a source nothing uses. */
export interface Item {
  key: string;
  name: string;
  detail: string;
  value: string;
  isRequired: boolean;
  offers: Offer[];
}

const NOTHING: Item = {
  ...{ key: '', name: '', detail: '', value: '', isRequired: false, offers: [] },
};

/** Says `add` and `dismiss` with the key of a suggestion. */
export default class MappingSuggestion extends LightningElement {
  @api item: Item = NOTHING;
  @api readOnly = false;
  labels = { add, required };

  @api focusFirst(): void {
    this.template?.querySelector<HTMLElement>('[data-action="add"]')?.focus();
  }

  get mayAdd(): boolean {
    return !this.readOnly;
  }

  get offers(): (Offer & { addText: string; dismissText: string })[] {
    return this.item.offers.map((offer) => ({
      ...offer,
      addText: fill(addOf, offer.source, offer.field),
      dismissText: fill(dismissOf, offer.source, offer.field),
    }));
  }

  handle(event: Event): void {
    const { action = '', key } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent(action, { detail: { key } }));
  }
}
