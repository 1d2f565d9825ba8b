import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import PrivacyGate from 'c/privacyGate';
import { sentences } from 'c/errors';
import { fill, today } from 'c/format';
import { requestJob } from 'c/jobs';
import {
  fileIn,
  foundIn,
  JOB,
  jobOf,
  NAMES,
  namesOf,
  receiptIn,
  recordIdsOf,
  RIGHTS,
  rightsOf,
  type Found,
  type PrivacyJob,
  type Receipt,
  type Who,
} from 'c/privacyData';
import { labels } from 'c/privacyLabels';
import { watch } from 'c/signals';
import { gateText, hasEnded, save, whyNot, type Kind } from './ask';

interface Answer {
  data?: unknown;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

interface Focusable extends HTMLElement {
  focusHeading(): void;
}

/** Finds a person everywhere, exports what is held of them, or erases it: one step after the other. */
export default class Privacy extends LightningElement {
  labels = labels;
  rightsQuery = RIGHTS;
  jobQuery = JOB;
  namesQuery = NAMES;
  rights: { mayAsk: boolean; heardAt: string } | undefined;
  problems: string[] = [];
  who: Who | undefined;
  typed = '';
  people: string[] = [];
  treat = '';
  found: Found | undefined;
  receipt: Receipt | undefined;
  file = '';
  fault = '';
  names: Record<string, string> = {};
  kind: Kind = 'Find Person';
  jobId = '';
  job: PrivacyJob | undefined;
  isAsking = false;
  private focusNext = '';
  private refreshRights: () => Promise<void> = () => Promise.resolve();
  private refreshJob: () => Promise<void> = () => Promise.resolve();
  private stopWatching: (() => void) | undefined;

  @wire(graphql, { query: '$rightsQuery' })
  hearRights({ data, errors, refresh }: Answer): void {
    if (refresh) this.refreshRights = refresh;
    if (errors) this.problems = sentences(errors);
    if (!data) return;
    this.problems = [];
    this.rights = rightsOf(data);
  }

  @wire(graphql, { query: '$jobQuery', variables: '$jobVariables' })
  hearJob({ data, errors, refresh }: Answer): void {
    if (refresh) this.refreshJob = refresh;
    if (errors) this.fault = sentences(errors).join(' ');
    const job = data ? jobOf(data) : undefined;
    if (!job || job.id !== this.jobId || (this.job && hasEnded(this.job))) return;
    Object.assign(this, { job, fault: '' });
    if (hasEnded(job)) this.take(job);
  }

  @wire(graphql, { query: '$namesQuery', variables: '$nameVariables' })
  hearNames({ data }: Answer): void {
    if (data) this.names = namesOf(data);
  }

  connectedCallback(): void {
    const onNews = (): Promise<void> => this.askAgain();
    this.stopWatching = watch({ kinds: ['job', 'status'], onNews });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  renderedCallback(): void {
    if (!this.focusNext) return;
    const next = this.template?.querySelector<Focusable>(this.focusNext);
    if (!next) return;
    this.focusNext = '';
    if (next.focusHeading) next.focusHeading();
    else next.focus();
  }

  async askAgain(): Promise<void> {
    await Promise.all([this.refreshRights(), this.jobId ? this.refreshJob() : undefined]);
  }

  get jobVariables(): { job: string } | undefined {
    return this.jobId ? { job: this.jobId } : undefined;
  }

  get nameVariables(): { ids: string[] } | undefined {
    const known = this.found ? recordIdsOf(this.found) : [];
    return known.length > 0 ? { ids: known } : undefined;
  }

  get state(): string {
    if (this.rights) return this.rights.mayAsk ? '' : 'hidden';
    return this.problems.length > 0 ? 'failed' : 'loading';
  }

  get stateWords(): { heading: string; text: string } {
    return this.rights
      ? { heading: labels.noAccess, text: labels.noAccessText }
      : { heading: labels.failed, text: this.problems.join(' ') };
  }

  get heardAt(): string {
    return this.rights?.heardAt ?? '';
  }

  get mayAsk(): boolean {
    return this.rights?.mayAsk === true;
  }

  get isBusy(): boolean {
    return this.isAsking || (this.jobId !== '' && !(this.job && hasEnded(this.job)));
  }

  get isNobody(): boolean {
    return this.found !== undefined && this.found.people.length === 0 && !this.found.preview;
  }

  get nobodyText(): string {
    return fill(labels.nobodyText, this.typed);
  }

  get asksWhich(): boolean {
    return this.found?.chosen === null;
  }

  get hasPreview(): boolean {
    return Boolean(this.found?.preview);
  }

  handleWho({ detail }: CustomEvent<{ who: Who; typed: string }>): void {
    Object.assign(this, { ...detail, people: [], treat: '', receipt: undefined });
    void this.find();
  }

  handlePeople({ detail }: CustomEvent<string[]>): void {
    this.people = detail;
    void this.find();
  }

  handleTreat({ detail }: CustomEvent<string>): void {
    this.treat = detail;
    void this.find();
  }

  handleExport(): void {
    void this.ask('Export Person');
  }

  async handleErase(): Promise<void> {
    const { preview } = this.found ?? {};
    if (!preview) return;
    const text = gateText(preview);
    const isSure = await PrivacyGate.open({ label: labels.gate, size: 'small', text });
    if (isSure === true) await this.ask('Erase Person', { token: preview.token });
  }

  handleSave(): void {
    save(this.file, `person-${today()}.json`);
  }

  handleAgain(): void {
    Object.assign(this, { receipt: undefined, jobId: '', job: undefined });
    this.focusNext = 'c-privacy-ask';
  }

  private find(): Promise<void> {
    return this.ask('Find Person');
  }

  private async ask(kind: Kind, more: { token?: string } = {}): Promise<void> {
    const { who, people, treat } = this;
    if (!who || this.isBusy) return;
    Object.assign(this, { kind, fault: '', file: '', isAsking: true });
    const input = {
      ...who,
      ...(people.length > 0 && { people }),
      ...(treat && { salesforce: treat }),
      ...more,
    };
    try {
      const jobId = await requestJob({ type: kind, input });
      Object.assign(this, { jobId, job: undefined });
    } catch (error) {
      this.fault = fill(labels.notKept, sentences(error).join(' '));
    } finally {
      this.isAsking = false;
    }
  }

  /** What a job that ended came to. A preview stays while an export or an erasure is refused. */
  private take(job: PrivacyJob): void {
    this.fault = whyNot(job);
    if (this.fault) return;
    if (this.kind === 'Find Person') {
      this.found = foundIn(job.result);
      this.focusNext = this.found?.preview ? 'c-privacy-preview' : '';
    } else if (this.kind === 'Export Person') {
      this.file = fileIn(job.parts) ?? '';
      if (!this.file) this.fault = labels.exportBroken;
    } else {
      this.receipt = receiptIn(job.result);
      if (this.receipt) this.forget();
      this.focusNext = 'c-privacy-receipt';
    }
    if (this.kind !== 'Export Person' && !this.found && !this.receipt)
      this.fault = labels.unreadable;
  }

  /** Whom it was about is not kept on the screen once they are erased. */
  private forget(): void {
    Object.assign(this, { found: undefined, who: undefined, typed: '', names: {} });
    this.template?.querySelector<HTMLElement & { clear(): void }>('c-privacy-ask')?.clear();
  }
}
