import { LightningElement, api } from 'lwc';
import { sentences } from 'c/errors';
import { ago, count, dateTime, duration, fill } from 'c/format';
import { wishesFor, type Job, type Wish } from 'c/jobList';
import { wish } from 'c/jobs';
import { paceOf, percentOf } from 'c/jobPace';
import { nameOfType } from 'c/jobTypes';
import { labels, WISHES } from './labels';

/** A job that runs says something at least this often. */
const QUIET_AFTER_MS = 5 * 60_000;

const NO_JOB: Job = {
  ...{ id: '', name: '', type: '', status: '', wish: '', message: '', shop: '' },
  ...{ total: 0, completed: 0, failed: 0, heardAt: '', finishedAt: '', createdAt: '' },
};

/** One job, and what can be asked of it. */
export default class JobCard extends LightningElement {
  @api job: Job = NO_JOB;
  @api mayChange = false;

  labels = labels;
  isSure = true;
  refusals: string[] = [];

  get heading(): string {
    return nameOfType(this.job.type);
  }

  get aboutText(): string {
    const { shop, createdAt, finishedAt } = this.job;
    const when = finishedAt
      ? fill(labels.finished, dateTime(finishedAt))
      : fill(labels.asked, ago(createdAt));
    return [shop, when].filter(Boolean).join(' · ');
  }

  get hasProgress(): boolean {
    return this.job.total > 0;
  }

  get percent(): number {
    return percentOf(this.job);
  }

  get progressText(): string {
    const { completed, total } = this.job;
    return fill(labels.of, count(completed), count(total));
  }

  get failedText(): string {
    return this.job.failed > 0 ? fill(labels.failed, count(this.job.failed)) : '';
  }

  get paceText(): string {
    if (this.job.status !== 'Running') return '';
    const { heardAt } = this.job;
    if (heardAt && Date.now() - Date.parse(heardAt) > QUIET_AFTER_MS) {
      return fill(labels.quiet, ago(heardAt));
    }
    const pace = paceOf(this.job);
    if (!pace) return '';
    return fill(labels.pace, count(Math.round(pace.perMinute)), duration(pace.leftMs));
  }

  get wishText(): string {
    return WISHES[this.job.wish as Wish]?.asked ?? '';
  }

  get wishes() {
    if (!this.mayChange || !this.isSure) return [];
    return wishesFor(this.job).map((what) => ({ what, ...WISHES[what] }));
  }

  get asksWhetherSure(): boolean {
    return !this.isSure && wishesFor(this.job).includes('Cancel');
  }

  get hasRefusals(): boolean {
    return this.refusals.length > 0;
  }

  async wishFor(event: Event): Promise<void> {
    const { what } = (event.currentTarget as HTMLElement).dataset as { what: Wish };
    if (what === 'Cancel') {
      this.isSure = false;
      this.focusHeading();
      return;
    }
    await this.send(what);
  }

  async cancel(): Promise<void> {
    this.isSure = true;
    await this.send('Cancel');
  }

  keep(): void {
    this.isSure = true;
    this.focusHeading();
  }

  private async send(what: Wish): Promise<void> {
    this.refusals = [];
    this.focusHeading();
    try {
      await wish(this.job.id, what);
      this.dispatchEvent(new CustomEvent('asked', { bubbles: true, composed: true }));
    } catch (error) {
      this.refusals = sentences(error);
    }
  }

  /** The button that was pressed goes away; the keyboard goes on from the job it belonged to. */
  private focusHeading(): void {
    this.template?.querySelector<HTMLElement>('[data-id="heading"]')?.focus();
  }
}
