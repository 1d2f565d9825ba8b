import { LightningElement, api } from 'lwc';
import { labels } from 'c/healthLabels';

/** One figure. `attention` says that it is not as it should be. */
export default class HealthCounter extends LightningElement {
  @api label = '';
  @api value = '';
  @api note = '';
  @api attention = false;
  labels = labels;

  get tileClass(): string {
    return this.attention ? 'tile attention' : 'tile';
  }
}
