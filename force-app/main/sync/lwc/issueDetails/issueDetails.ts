import { LightningElement, api } from 'lwc';
import { count, dateTime, fill } from 'c/format';
import { shownStatus } from 'c/issueCommands';
import type { Issue, IssueJob } from 'c/issueData';
import { labels } from 'c/issueLabels';
import { causeText, fixerText } from 'c/issueWords';
import IssueIgnore from 'c/issueIgnore';

/** Says `back`, `retry` with the key and corrections, and `ignore` with the key and the reason. */
export default class IssueDetails extends LightningElement {
  @api issue?: Issue;
  @api jobs: IssueJob[] = [];
  @api now = new Date();
  @api mayAsk = false;
  /** Salesforce ids of open match reviews, by their keys. */
  @api reviews: Record<string, string> = {};
  labels = labels;

  get status(): string {
    return this.issue ? shownStatus(this.issue, this.jobs, this.now) : '';
  }

  get cause(): string {
    return causeText(this.issue?.cause ?? '');
  }

  get fixer(): string {
    return fixerText(this.issue?.fixer ?? '');
  }

  get next(): string {
    return this.issue?.next || labels.nextNone;
  }

  get reviewId(): string {
    return this.reviews[this.issue?.review ?? ''] ?? '';
  }

  get shopText(): string {
    return this.issue?.shop ? fill(labels.recordShop, this.issue.shop) : '';
  }

  get keyText(): string {
    return fill(labels.recordKey, this.issue?.key ?? '');
  }

  get openRecord(): string {
    return fill(labels.recordOpen, this.issue?.recordName ?? '');
  }

  get reasonText(): string {
    const { status, reason } = this.issue ?? {};
    return status === 'Ignored' && reason ? fill(labels.reason, reason) : '';
  }

  get fieldsText(): string {
    return this.issue?.fields.join(', ') ?? '';
  }

  get eventsText(): string {
    return count(this.issue?.events ?? 0);
  }

  get firstSeen(): string {
    return this.issue?.firstSeenAt ? dateTime(this.issue.firstSeenAt) : '';
  }

  get parkedAt(): string {
    return this.issue?.parkedAt ? dateTime(this.issue.parkedAt) : '';
  }

  /** Only what is open can be decided about; the rest is over, or under way. */
  get mayDecide(): boolean {
    return this.mayAsk && this.issue?.status === 'Open';
  }

  get mayCorrect(): boolean {
    return this.mayDecide && (this.issue?.fields.length ?? 0) > 0;
  }

  get retryLabel(): string {
    return this.mayCorrect ? labels.retryPlain : labels.retry;
  }

  @api focusHeading(): void {
    this.template?.querySelector<HTMLElement>('h2')?.focus();
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  handleRetry(): void {
    this.retry([]);
  }

  handleCorrections(event: CustomEvent<{ corrections: object[] }>): void {
    this.retry(event.detail.corrections);
  }

  private retry(corrections: object[]): void {
    if (!this.issue || this.status !== 'Open') return;
    const { key, name } = this.issue;
    this.dispatchEvent(new CustomEvent('retry', { detail: { key, name, corrections } }));
  }

  async handleIgnore(event: Event): Promise<void> {
    if (!this.issue || this.status !== 'Open') return;
    const opener = event.currentTarget as HTMLElement;
    const { key, name } = this.issue;
    const label = fill(labels.ignoreHeading, name);
    const reason = await IssueIgnore.open({ label, size: 'small' });
    opener.focus();
    if (typeof reason !== 'string') return;
    this.dispatchEvent(new CustomEvent('ignore', { detail: { key, name, reason } }));
  }
}
