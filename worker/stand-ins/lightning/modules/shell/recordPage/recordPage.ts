import { api, LightningElement } from 'lwc';
import { recordPageOf, type Page } from '../../data/shell-model.ts';

/** A record: on the Lightning page that is assigned to its object, else on the plain one. */
export default class RecordPage extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  get page(): Page | undefined {
    return recordPageOf(this.objectApiName);
  }
}
