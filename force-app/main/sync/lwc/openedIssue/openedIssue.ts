import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import { ISSUE, issueOf, type Issue, type IssueJob } from 'c/issueData';
import { labels } from 'c/issueLabels';

interface Answer {
  data?: unknown;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

/** Stands where the list would be: one issue in full. What is decided about it is handed on. */
export default class OpenedIssue extends LightningElement {
  @api issueId = '';
  /** Of the record in the shop, by which the one in Salesforce is found. */
  @api issueKey = '';
  @api jobs: IssueJob[] = [];
  @api now = new Date();
  @api mayAsk = false;
  /** Salesforce ids of open match reviews, by their keys. */
  @api reviews: Record<string, string> = {};
  labels = labels;
  query = ISSUE;
  issue: Issue | undefined;
  isGone = false;
  private again: () => Promise<void> = () => Promise.resolve();
  private hasFocused = false;

  @wire(graphql, { query: '$query', variables: '$variables' })
  wiredIssue({ data, errors, refresh }: Answer): void {
    if (refresh) this.again = refresh;
    if (errors) this.dispatchEvent(new CustomEvent('fault', { detail: sentences(errors) }));
    if (!data) return;
    this.issue = issueOf(data);
    this.isGone = !this.issue;
  }

  renderedCallback(): void {
    if (this.hasFocused || !this.issue) return;
    this.hasFocused = true;
    this.template
      ?.querySelector<HTMLElement & { focusHeading(): void }>('c-issue-details')
      ?.focusHeading();
  }

  get variables(): { id: string; key: string } {
    return { id: this.issueId, key: this.issueKey };
  }

  @api async refresh(): Promise<void> {
    await this.again();
  }

  goBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  pass({ type, detail }: CustomEvent): void {
    this.dispatchEvent(new CustomEvent(type, { detail: detail as unknown }));
  }
}
