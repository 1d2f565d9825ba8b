import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import { count, fill } from 'c/format';
import { RESULTS, resultsOf } from 'c/mappingData';
import { watch } from 'c/signals';
import { verdictOf, type Trial } from 'c/trialRecord';
import { JOB, jobOf, type TrialJob } from './job';
import { labels } from './labels';

interface Answer {
  data?: unknown;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

const OPEN = ['Requested', 'Running'];

/** What a trial would write, record by record; on the page of its job it can be linked to. */
export default class MappingTrial extends LightningElement {
  /** Of the job. */
  @api recordId = '';
  labels = labels;
  job: TrialJob | undefined;
  trials: Trial[] = [];
  errors: string[] = [];

  private refreshes: Record<string, (() => Promise<void>) | undefined> = {};
  private stopWatching: (() => void) | undefined;

  @wire(graphql, { query: JOB, variables: '$question' })
  hearJob({ data, errors, refresh }: Answer): void {
    this.refreshes.job = refresh ?? this.refreshes.job;
    if (errors) this.errors = sentences(errors);
    if (data) this.job = jobOf(data);
  }

  @wire(graphql, { query: RESULTS, variables: '$results' })
  hearResults({ data, errors, refresh }: Answer): void {
    this.refreshes.results = refresh ?? this.refreshes.results;
    if (errors) this.errors = sentences(errors);
    if (!data) return;
    this.trials = resultsOf(data)
      .filter((one) => one.kind === 'Trial' && one.data !== null)
      .map((one) => one.data as Trial);
  }

  get question(): { job: string } | undefined {
    return this.recordId ? { job: this.recordId } : undefined;
  }

  get results(): { jobs: string[] } | undefined {
    return this.job?.status === 'Done' ? { jobs: [this.recordId] } : undefined;
  }

  connectedCallback(): void {
    const ids = (): string[] => [this.recordId];
    this.stopWatching = watch({ kinds: ['job'], ids, onNews: () => this.askAgain() });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  get isTrial(): boolean {
    return this.job?.type === 'Dry Run';
  }

  get isUnderWay(): boolean {
    return OPEN.includes(this.job?.status ?? '');
  }

  get hasFailed(): boolean {
    return this.job !== undefined && !this.isUnderWay && this.job.status !== 'Done';
  }

  get shown(): { key: string; trial: Trial }[] {
    return this.trials.map((trial) => ({ key: `${trial.kind} ${trial.id}`, trial }));
  }

  get summary(): string {
    if (this.trials.length === 0) return '';
    const refused = this.trials.filter((trial) => verdictOf(trial) === 'refused').length;
    const records = fill(labels.records, count(this.trials.length));
    return refused > 0 ? `${records} ${fill(labels.refused, count(refused))}` : records;
  }

  get callsText(): string {
    const { calls } = this.job ?? {};
    if (!calls) return '';
    return fill(labels.calls, count(calls.write), count(calls.read), count(calls.shop));
  }

  get errorText(): string {
    return this.errors.join(' ');
  }

  private askAgain(): void {
    for (const refresh of Object.values(this.refreshes)) void refresh?.();
  }
}
