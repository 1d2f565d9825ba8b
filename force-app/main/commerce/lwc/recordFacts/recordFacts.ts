import { LightningElement, api } from 'lwc';

export interface Fact {
  label: string;
  /** Facts without a value are left out. */
  value: string;
  /** Makes the value a link to that record. */
  recordId?: string | undefined;
  object?: string | undefined;
  isMain?: boolean;
}

export default class RecordFacts extends LightningElement {
  @api label = '';
  @api items: Fact[] = [];

  get facts(): (Fact & { classes: string })[] {
    return this.items
      .filter(({ value }) => value !== '')
      .map((fact) => ({ ...fact, classes: fact.isMain ? 'slds-text-heading_medium' : '' }));
  }
}
