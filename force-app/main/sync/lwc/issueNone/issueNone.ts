import { LightningElement, api } from 'lwc';
import { START, type Filter } from 'c/issueData';
import { labels } from 'c/issueLabels';

/** Stands where the list would be: all is decided, or the filter leaves nothing. */
export default class IssueNone extends LightningElement {
  @api filter: Filter = START;
  labels = labels;

  get isFiltered(): boolean {
    return JSON.stringify(this.filter) !== JSON.stringify(START);
  }

  get heading(): string {
    return this.isFiltered ? labels.noMatch : labels.allDone;
  }

  get text(): string {
    return this.isFiltered ? labels.noMatchNext : labels.allDoneNext;
  }

  clear(): void {
    this.dispatchEvent(new CustomEvent('clear'));
  }
}
