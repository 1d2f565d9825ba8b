import { LightningElement, api } from 'lwc';
import { ago, count, dateTime, fill } from 'c/format';
import { shownStatus } from 'c/issueCommands';
import type { Issue, IssueJob } from 'c/issueData';
import { labels } from 'c/issueLabels';
import { causeText, fixerText } from 'c/issueWords';

/** A query answers no more. */
const MOST = 2000;

interface Row {
  id: string;
  name: string;
  key: string;
  happened: string;
  status: string;
  meta: string;
  parkedAt: string;
  openName: string;
  retryName: string;
  mayRetry: boolean;
  reviewId: string;
}

/** Says `open` with an issue's id, `retry` with its key, `retryall`, and `more`. */
export default class IssueList extends LightningElement {
  @api issues: Issue[] = [];
  @api jobs: IssueJob[] = [];
  @api now = new Date();
  @api total = 0;
  /** The cause that is chosen, and how many open issues it has. */
  @api cause = '';
  @api openOfCause = 0;
  @api mayAsk = false;
  /** Salesforce ids of open match reviews, by their keys. */
  @api reviews: Record<string, string> = {};
  labels = labels;

  get heading(): string {
    return this.cause ? causeText(this.cause) : labels.allCauses;
  }

  get shownText(): string {
    return fill(labels.shown, count(this.issues.length), count(this.total));
  }

  get hasMore(): boolean {
    return this.issues.length < Math.min(this.total, MOST);
  }

  get retryAllLabel(): string {
    return this.mayAsk && this.openOfCause > 0
      ? fill(labels.retryAll, count(this.openOfCause))
      : '';
  }

  get rows(): Row[] {
    return this.issues.map((issue) => this.rowOf(issue));
  }

  private rowOf(issue: Issue): Row {
    const { id, name, key, happened, parkedAt } = issue;
    const status = shownStatus(issue, this.jobs, this.now);
    const about = [issue.shop, this.cause ? '' : causeText(issue.cause), fixerText(issue.fixer)];
    if (issue.events > 1) about.push(fill(labels.events, count(issue.events)));
    if (parkedAt) about.push(fill(labels.putAside, ago(parkedAt, this.now)));
    return {
      ...{ id, name, key, happened, status },
      parkedAt: parkedAt && dateTime(parkedAt),
      meta: about.filter(Boolean).join(' · '),
      openName: fill(labels.open, name),
      retryName: fill(labels.retryOf, name),
      mayRetry: this.mayAsk && issue.status === 'Open',
      reviewId: this.reviews[issue.review] ?? '',
    };
  }

  /** Brings the focus back to where an issue was opened; false when it is no longer listed. */
  @api focusIssue(id: string): boolean {
    const opener = this.template?.querySelector<HTMLElement>(`button[data-id="${id}"]`);
    opener?.focus();
    return Boolean(opener);
  }

  @api focusHeading(): void {
    this.template?.querySelector<HTMLElement>('h2')?.focus();
  }

  handleOpen(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { id } }));
  }

  /** A button that is being retried already stays, or the focus would be lost, but does nothing. */
  handleRetry(event: Event): void {
    const { key, name, status } = (event.currentTarget as HTMLElement).dataset;
    if (status !== 'Open') return;
    this.dispatchEvent(new CustomEvent('retry', { detail: { key, name } }));
  }

  handleRetryAll(): void {
    this.dispatchEvent(new CustomEvent('retryall'));
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }
}
