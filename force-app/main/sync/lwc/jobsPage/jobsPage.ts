import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import JOB from '@salesforce/schema/Sync_Job__c';
import { sentences } from 'c/errors';
import { ago, count, fill } from 'c/format';
import { JOBS, readJobs, type JobPage } from 'c/jobList';
import { plain } from 'c/names';
import { watch } from 'c/signals';
import { isSilent } from 'c/silence';
import { labels } from './labels';

interface Answer {
  data?: { uiapi: { query: unknown } };
  errors?: unknown[];
  refresh?: () => Promise<void>;
}
interface Described {
  data?: { createable: boolean; updateable: boolean };
  error?: unknown;
}

const PAGE_SIZE = 20;
const NO_PAGE: JobPage = { jobs: [], total: 0, shops: [], heardAt: '' };

/** All jobs, newest first, and the form that starts one. */
export default class JobsPage extends LightningElement {
  labels = labels;
  object = JOB;
  listed: JobPage = NO_PAGE;
  isLoaded = false;
  errors: string[] = [];
  rights: { canSee: boolean; canChange: boolean } | undefined;
  /** Where the pages before this one began; the first begins nowhere. */
  cursors: string[] = [];

  private refresh: (() => Promise<void>) | undefined;
  private stopWatching: (() => void) | undefined;
  private answered: unknown;

  get variables(): { first: number; after: string | null } {
    return { first: PAGE_SIZE, after: this.cursors.at(-1) ?? null };
  }

  @wire(graphql, { query: JOBS, variables: '$variables' })
  hear({ data, errors, refresh }: Answer): void {
    this.refresh = refresh ?? this.refresh;
    if (!data && !errors) return;
    this.errors = errors ? sentences(errors) : [];
    if (!data) return;
    this.answered = plain(data.uiapi.query);
    this.listed = readJobs(this.answered);
    this.isLoaded = true;
  }

  @wire(getObjectInfo, { objectApiName: '$object' })
  hearRights({ data, error }: Described): void {
    if (!data && !error) return;
    const canChange = data?.createable === true && data.updateable;
    this.rights = { canSee: !error, canChange };
  }

  connectedCallback(): void {
    this.stopWatching = watch({ kinds: ['job', 'status'], onNews: () => this.lookAgain() });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  get mayNotSee(): boolean {
    return this.rights?.canSee === false;
  }

  get mayChange(): boolean {
    return this.rights?.canChange === true;
  }

  get isReadOnly(): boolean {
    return this.rights?.canChange === false;
  }

  get isLoading(): boolean {
    return !this.isLoaded && this.errors.length === 0;
  }

  get hasFailed(): boolean {
    return !this.isLoaded && this.errors.length > 0;
  }

  get errorText(): string {
    return this.errors.join(' ');
  }

  get partialText(): string {
    return this.isLoaded && this.errors.length > 0 ? fill(labels.partial, this.errorText) : '';
  }

  get silenceText(): string {
    const { heardAt } = this.listed;
    if (!heardAt) return labels.neverHeard;
    return isSilent(heardAt) ? fill(labels.notHeard, ago(heardAt)) : '';
  }

  get isEmpty(): boolean {
    return this.listed.jobs.length === 0;
  }

  get shownText(): string {
    const before = this.cursors.length * PAGE_SIZE;
    const { jobs, total } = this.listed;
    return fill(labels.shown, count(before + 1), count(before + jobs.length), count(total));
  }

  get isPaged(): boolean {
    return this.cursors.length > 0 || this.listed.next !== undefined;
  }

  get isFirst(): boolean {
    return this.cursors.length === 0;
  }

  get isLast(): boolean {
    return this.listed.next === undefined;
  }

  showOlder(): void {
    if (this.listed.next) this.turnTo([...this.cursors, this.listed.next]);
  }

  showNewer(): void {
    this.turnTo(this.cursors.slice(0, -1));
  }

  askAgain(): void {
    void this.refresh?.();
  }

  /** Time alone changes what is said: a worker that falls silent sends no news of it. */
  private lookAgain(): void {
    if (this.isLoaded) this.listed = readJobs(this.answered);
    this.askAgain();
  }

  /** The list is read from its top again, by eye and by screen reader. */
  private turnTo(cursors: string[]): void {
    this.cursors = cursors;
    this.template?.querySelector<HTMLElement>('[data-id="list-heading"]')?.focus();
  }
}
