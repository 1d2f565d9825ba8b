import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import { labels } from 'c/privacyLabels';

/** What the worker cannot do itself: sentences to follow, and the keys by which logs name a person. */
export default class PrivacyLeft extends LightningElement {
  @api leftToDo: string[] = [];
  @api logKeys: string[] = [];
  @api logKeysMore = 0;
  labels = labels;

  get hasLeft(): boolean {
    return this.leftToDo.length > 0;
  }

  get hasLogs(): boolean {
    return this.logKeys.length > 0;
  }

  get moreText(): string {
    return this.logKeysMore > 0 ? fill(labels.logsMore, count(this.logKeysMore)) : '';
  }
}
