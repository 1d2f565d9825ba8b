import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import JOB from '@salesforce/schema/Sync_Job__c';
import { sentences } from 'c/errors';
import { requestJob } from 'c/jobs';
import { watch } from 'c/signals';
import { EXPLAINED, explainedOf, type Explained, type ExplainedField } from './explained';
import { labels } from './labels';

interface Answer {
  data?: unknown;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

const ENDED = ['Done', 'Failed', 'Canceled', 'Not Available'];

/**
 * Why this record has the values it has: which event, what the shop said, which steps of which
 * mapping version, when. Asked of the worker, so only for those who may ask things of it.
 */
export default class WhyValue extends LightningElement {
  @api recordId = '';
  labels = labels;
  jobObject = JOB;
  mayAsk = false;
  jobId = '';
  explained: Explained | undefined;
  refusals: string[] = [];
  search = '';
  private refresh: (() => Promise<void>) | undefined;
  private stopWatching: (() => void) | undefined;

  @wire(getObjectInfo, { objectApiName: '$jobObject' })
  hearRights({ data }: { data?: { createable: boolean } }): void {
    if (data) this.mayAsk = data.createable;
  }

  @wire(graphql, { query: EXPLAINED, variables: '$question' })
  hear({ data, errors, refresh }: Answer): void {
    this.refresh = refresh ?? this.refresh;
    if (errors) this.refusals = sentences(errors);
    if (data) this.explained = explainedOf(data);
  }

  get question(): { job: string } | undefined {
    return this.jobId ? { job: this.jobId } : undefined;
  }

  connectedCallback(): void {
    const ids = (): string[] => [this.jobId];
    this.stopWatching = watch({ kinds: ['job'], ids, onNews: () => this.askAgain() });
  }

  askAgain(): void {
    void this.refresh?.();
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  get isUnderWay(): boolean {
    return this.jobId !== '' && !ENDED.includes(this.explained?.status ?? '');
  }

  get failedText(): string {
    const { status = '', message = '' } = this.explained ?? {};
    return ENDED.includes(status) && status !== 'Done' ? message || labels.failed : '';
  }

  get note(): string {
    return this.explained?.note ?? '';
  }

  get isExplained(): boolean {
    return this.explained?.status === 'Done';
  }

  get fields(): ExplainedField[] {
    const words = this.search.toLowerCase().split(/\s+/).filter(Boolean);
    return (this.explained?.fields ?? []).filter(({ text }) =>
      words.every((word) => text.includes(word)),
    );
  }

  get hasFields(): boolean {
    return (this.explained?.fields.length ?? 0) > 0;
  }

  find({ detail }: CustomEvent<{ value: string }>): void {
    this.search = detail.value;
  }

  async ask(): Promise<void> {
    if (this.isUnderWay) return;
    this.refusals = [];
    this.explained = undefined;
    try {
      this.jobId = await requestJob({ type: 'Explain Value', input: { record: this.recordId } });
    } catch (error) {
      this.refusals = sentences(error);
    }
  }
}
