import { LightningElement, api } from 'lwc';
import { dateTime, fill } from 'c/format';
import { labels } from 'c/healthLabels';

/** Shown while nothing is heard of the worker: orders may not be arriving. */
export default class HealthSilence extends LightningElement {
  @api heardAt = '';
  labels = labels;

  get heading(): string {
    return fill(labels.silent, dateTime(this.heardAt));
  }
}
