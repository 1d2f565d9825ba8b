import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import { ago, dateTime, fill } from 'c/format';
import { HEALTH, healthOf, type AskedJob, type Health as Facts } from 'c/healthData';
import { labels } from 'c/healthLabels';
import { requestJob } from 'c/jobs';
import { watch } from 'c/signals';
import { isSilent } from 'c/silence';

interface Answer {
  data?: unknown;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

/** How old something is changes by itself: looked at this often. */
const CLOCK_MS = 30_000;

/** The page Health. What is below it shows; this asks, keeps the last answer, and asks again. */
export default class Health extends LightningElement {
  labels = labels;
  query = HEALTH;
  now = new Date();
  facts?: Facts;
  problems: string[] = [];
  refused: AskedJob[] = [];
  private refresh: () => Promise<void> = () => Promise.resolve();
  private stopWatching = (): void => undefined;
  private clock?: ReturnType<typeof setInterval>;

  @wire(graphql, { query: '$query' })
  answer({ data, errors, refresh }: Answer): void {
    if (refresh) this.refresh = refresh;
    if (!data && !errors) return;
    this.problems = errors ? sentences(errors) : [];
    if (data) this.facts = healthOf(data);
    this.now = new Date();
  }

  connectedCallback(): void {
    this.stopWatching = watch({ kinds: ['status', 'job'], onNews: () => this.askAgain() });
    this.clock = setInterval(() => (this.now = new Date()), CLOCK_MS);
  }

  disconnectedCallback(): void {
    this.stopWatching();
    clearInterval(this.clock);
  }

  async askAgain(): Promise<void> {
    try {
      await this.refresh();
    } finally {
      this.now = new Date();
    }
  }

  get isLoading(): boolean {
    return !this.facts && this.problems.length === 0;
  }

  get hasFailed(): boolean {
    return !this.facts && this.problems.length > 0;
  }

  get mayNotRead(): boolean {
    return this.facts?.mayRead === false;
  }

  get wasNeverConnected(): boolean {
    return this.facts?.mayRead === true && !this.facts.status;
  }

  get status(): Facts['status'] {
    return this.facts?.status;
  }

  get isSilent(): boolean {
    return this.status !== undefined && isSilent(this.status.heardAt, this.now);
  }

  get heardText(): string {
    if (!this.status) return '';
    return this.isSilent
      ? fill(labels.asOf, dateTime(this.status.heardAt))
      : fill(labels.heardAt, ago(this.status.heardAt, this.now));
  }

  get versionText(): string {
    return this.status?.version ? fill(labels.version, this.status.version) : '';
  }

  get problemText(): string {
    return this.problems.join(' ');
  }

  get partialText(): string {
    return this.facts && this.problems.length > 0 ? fill(labels.partial, this.problemText) : '';
  }

  get jobs(): AskedJob[] {
    return [...this.refused, ...(this.facts?.jobs ?? [])];
  }

  get contentClass(): string {
    return this.isSilent ? 'content old' : 'content';
  }

  /** A request that was not even kept is shown like one that failed. */
  async handleAsk(event: CustomEvent<{ type: AskedJob['type']; shopId: string }>): Promise<void> {
    const { type, shopId } = event.detail;
    const now = new Date().toISOString();
    this.refused = this.refused.filter((job) => job.type !== type || job.shopId !== shopId);
    try {
      await requestJob({
        type: type as 'Repair Webhooks' | 'Send Sample Event',
        ...(shopId && { shopId }),
      });
      await this.askAgain();
    } catch (error) {
      const failed = { id: `refused ${now}`, type, shopId, createdAt: now, finishedAt: now };
      const message = sentences(error).join(' ');
      this.refused = [{ ...failed, status: 'Failed', message }, ...this.refused];
    }
  }
}
