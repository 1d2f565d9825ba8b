import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfo, getObjectInfos, getPicklistValues } from 'lightning/uiObjectInfoApi';
import JOB from '@salesforce/schema/Sync_Job__c';
import LEAD_SOURCE from '@salesforce/schema/Lead.LeadSource';
import { sentences } from 'c/errors';
import { ago, fill } from 'c/format';
import { plain } from 'c/names';
import type { State, StateWords } from 'c/pageState';
import { NO_ORG, readOrg, type Described, type Option, type PeopleOrg } from 'c/peopleOrg';
import { faultsOf, realEdits, type Edits, type Faults } from 'c/peoplePolicy';
import { PARTS, type Part, type Policy } from 'c/peoplePolicy';
import { watch } from 'c/signals';
import { isSilent } from 'c/silence';
import { labels, NAMES } from './texts';
import { NOTHING_KNOWN, PEOPLE, readKnown, type Known } from './query';

interface Answer {
  data?: { uiapi: { query: unknown } };
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

/** The settings for people: what holds, what would change, and the way to the worker. */
export default class PeoplePage extends LightningElement {
  labels = labels;
  job = JOB;
  objects = ['Lead', 'Contact', 'Account'];
  leadSource = LEAD_SOURCE;
  known: Known = NOTHING_KNOWN;
  isLoaded = false;
  errors: string[] = [];
  rights: { canSee: boolean; canChange: boolean } | undefined;
  org: PeopleOrg = NO_ORG;
  leadSources: Option[] = [];
  edits: Edits = {};
  /** Parts that were edited since they were last sent: a refusal is not about them. */
  touched: Part[] = [];

  private refresh: (() => Promise<void>) | undefined;
  private stopWatching: (() => void) | undefined;

  @wire(graphql, { query: PEOPLE })
  hear({ data, errors, refresh }: Answer): void {
    this.refresh = refresh ?? this.refresh;
    if (!data && !errors) return;
    this.errors = errors ? sentences(errors) : [];
    if (!data) return;
    this.known = readKnown(plain(data.uiapi.query));
    this.isLoaded = true;
    if (this.known.policy) this.edits = realEdits(this.known.policy, this.edits);
  }

  @wire(getObjectInfo, { objectApiName: '$job' })
  hearRights({ data, error }: { data?: { createable: boolean }; error?: unknown }): void {
    if (!data && !error) return;
    this.rights = { canSee: !error, canChange: data?.createable === true };
  }

  @wire(getObjectInfos, { objectApiNames: '$objects' })
  hearOrg({ data }: { data?: { results: Described } }): void {
    if (data) this.org = readOrg(data.results);
  }

  @wire(getPicklistValues, { recordTypeId: '$org.leadRecordTypeId', fieldApiName: '$leadSource' })
  hearSources({ data }: { data?: { values: Option[] } }): void {
    if (data) this.leadSources = data.values.map(({ label, value }) => ({ label, value }));
  }

  connectedCallback(): void {
    this.stopWatching = watch({ kinds: ['status', 'job'], onNews: () => this.askAgain() });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  get held(): Policy | undefined {
    return this.known.policy;
  }

  get draft(): Policy | undefined {
    return this.held && { ...this.held, ...this.edits };
  }

  get isShown(): boolean {
    return this.rights?.canSee !== false && this.held !== undefined;
  }

  get state(): State {
    if (this.rights?.canSee === false) return 'hidden';
    if (this.isLoaded) return 'empty';
    return this.errors.length > 0 ? 'failed' : 'loading';
  }

  get isEmpty(): boolean {
    return this.state === 'empty';
  }

  get words(): StateWords {
    if (this.state === 'hidden')
      return { heading: labels.noAccessHeading, text: labels.noAccessText };
    if (this.isEmpty) return { heading: labels.emptyHeading, text: labels.emptyText };
    return { heading: labels.errorHeading, text: this.errors.join(' ') };
  }

  get partialText(): string {
    return this.errors.length > 0 ? fill(labels.partial, this.errors.join(' ')) : '';
  }

  get isWorkerSilent(): boolean {
    return this.known.heardAt === '' || isSilent(this.known.heardAt);
  }

  get noticeText(): string {
    if (this.rights?.canChange === false) return labels.readOnly;
    const { heardAt } = this.known;
    return this.isWorkerSilent ? fill(labels.silent, heardAt ? ago(heardAt) : '–') : '';
  }

  get mayChange(): boolean {
    return this.rights?.canChange === true && !this.isWorkerSilent;
  }

  get readOnly(): boolean {
    return !this.mayChange;
  }

  get changed(): string[] {
    return PARTS.filter((part) => this.edits[part]).map((part) => NAMES[part]);
  }

  get faults(): Faults {
    const own = this.draft ? faultsOf(this.draft) : {};
    const { job } = this.known;
    const part = PARTS.find((one) => job?.setting.startsWith(`${one}.`));
    const isOpen = part && this.edits[part] && !this.touched.includes(part);
    return job?.status === 'Failed' && isOpen ? { ...own, [job.setting]: job.message } : own;
  }

  /** A refusal hinders nobody from asking again: the org may have changed meanwhile. */
  get hasFaults(): boolean {
    return this.draft !== undefined && Object.keys(faultsOf(this.draft)).length > 0;
  }

  edit({ detail }: CustomEvent<{ part: Part; value: object }>): void {
    if (!this.held) return;
    this.edits = realEdits(this.held, { ...this.edits, [detail.part]: detail.value });
    this.touched = [...this.touched, detail.part];
  }

  discard(): void {
    this.edits = {};
    this.touched = [];
  }

  hearAsked(): void {
    this.touched = [];
    this.askAgain();
  }

  askAgain(): void {
    void this.refresh?.();
  }
}
