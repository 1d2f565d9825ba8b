import { api, LightningElement } from 'lwc';
import { sectionsOf } from '../../data/shown-fields.ts';

/** The fields of a record, as its page layout orders them. */
export default class Details extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  get sections() {
    return sectionsOf(this.objectApiName).map(({ label, hasHeading, columns }, key) => ({
      key,
      label,
      hasHeading,
      columns: columns.map((items) => items.map(({ field }) => field)),
    }));
  }
}
