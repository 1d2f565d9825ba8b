import { LightningElement, api } from 'lwc';
import both from '@salesforce/label/c.Shopper_Fresh';
import onlyHere from '@salesforce/label/c.Shopper_Fresh_Here';
import workerSilent from '@salesforce/label/c.Shopper_Worker_Silent';
import { ago, fill, moment } from 'c/format';
import { isSilent } from 'c/silence';

/** Times are UTC, as records have them; each may be missing. */
export default class Freshness extends LightningElement {
  @api shopAt = '';
  @api hereAt = '';
  /** When the worker last reported. */
  @api heardAt = '';

  get sentence(): string {
    if (!this.hereAt) return '';
    if (!this.shopAt) return fill(onlyHere, moment(this.hereAt));
    return fill(both, moment(this.shopAt), moment(this.hereAt));
  }

  get silent(): string {
    return isSilent(this.heardAt) ? fill(workerSilent, ago(this.heardAt)) : '';
  }
}
