import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import JOB from '@salesforce/schema/Sync_Job__c';
import STATUS from '@salesforce/schema/Worker_Status__c';
import { sentences } from 'c/errors';
import { ago, fill } from 'c/format';
import { requestJob } from 'c/jobs';
import { plain } from 'c/names';
import { isOpen, newestJob, NO_FACTS, readFacts, SETUP, type Facts } from 'c/setupFacts';
import { stepStates, STEPS, type StepName, type StepState } from 'c/setupSteps';
import { watch } from 'c/signals';
import { labels, TEXTS } from './labels';

interface Answer {
  data?: { uiapi: { query: unknown } };
  errors?: unknown[];
  refresh?: () => Promise<void>;
}
interface Described {
  data?: {
    results: { statusCode: number; result: { createable: boolean; updateable: boolean } }[];
  };
  error?: unknown;
}

/** Facts of the checks older than this are found anew at a visit. */
const OLD_AFTER_MS = 5 * 60_000;

/** The set-up: six steps, each of which says from facts alone whether it is done. */
export default class SetupAssistant extends LightningElement {
  labels = labels;
  objects = [JOB, STATUS];
  facts: Facts = NO_FACTS;
  isLoaded = false;
  errors: string[] = [];
  rights: { canSee: boolean; canChange: boolean } | undefined;
  /** What people opened and closed; the rest follows the facts. */
  toggled: Partial<Record<StepName, boolean>> = {};
  firstOpen: StepName | undefined;

  private refresh: (() => Promise<void>) | undefined;
  private stopWatching: (() => void) | undefined;
  private hasAskedForChecks = false;
  private answered: unknown;

  @wire(graphql, { query: SETUP })
  hear({ data, errors, refresh }: Answer): void {
    this.refresh = refresh ?? this.refresh;
    if (!data && !errors) return;
    this.errors = errors ? sentences(errors) : [];
    if (data) {
      this.answered = plain(data.uiapi.query);
      this.facts = readFacts(this.answered, new Date());
      this.isLoaded = true;
      this.firstOpen ??= STEPS.find(({ name }) => stepStates(this.facts)[name] !== 'done')?.name;
    }
    void this.checkWhenOld();
  }

  @wire(getObjectInfos, { objectApiNames: '$objects' })
  hearRights({ data, error }: Described): void {
    if (!data && !error) return;
    const results = data?.results ?? [];
    const isGranted = (right: 'createable' | 'updateable'): boolean =>
      results.every(({ statusCode, result }) => statusCode === 200 && result[right]);
    this.rights = {
      canSee: !error && results.every(({ statusCode }) => statusCode === 200),
      canChange: !error && isGranted('createable') && isGranted('updateable'),
    };
    void this.checkWhenOld();
  }

  connectedCallback(): void {
    this.stopWatching = watch({
      kinds: ['status', 'job', 'record'],
      onNews: () => this.lookAgain(),
    });
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
    const { heardAt, isHeard } = this.facts;
    if (isHeard) return '';
    return heardAt ? fill(labels.notHeard, ago(heardAt)) : labels.neverHeard;
  }

  get steps() {
    const states = stepStates(this.facts);
    return STEPS.map(({ name, minutes }, place) => ({
      ...{ name, minutes, number: place + 1, state: states[name] },
      ...TEXTS[name],
      isOpen: this.toggled[name] ?? name === this.firstOpen,
      ...{ [name]: true },
    }));
  }

  get done(): number {
    return this.steps.filter(({ state }) => state === 'done').length;
  }

  get percentDone(): number {
    return Math.round((this.done / STEPS.length) * 100);
  }

  get progressText(): string {
    return fill(labels.progress, this.done, STEPS.length);
  }

  get leftText(): string {
    const isLeft = ({ state }: { state: StepState }): boolean => state !== 'done';
    const left = this.steps.filter(isLeft).reduce((sum, { minutes }) => sum + minutes, 0);
    return left > 0 ? fill(labels.left, left) : labels.ready;
  }

  toggle({ detail }: CustomEvent<{ name: StepName }>): void {
    const { isOpen: wasOpen } = this.steps.find(({ name }) => name === detail.name) ?? {};
    this.toggled = { ...this.toggled, [detail.name]: !wasOpen };
  }

  askAgain(): void {
    void this.refresh?.();
  }

  /** Time alone changes facts: a worker that falls silent sends no news of it. */
  private lookAgain(): void {
    if (this.isLoaded) this.facts = readFacts(this.answered, new Date());
    this.askAgain();
  }

  /** Once at a visit, and only where a worker listens: nobody else could answer. */
  private async checkWhenOld(): Promise<void> {
    const { checkedAt, isHeard } = this.facts;
    const isOld = !checkedAt || Date.now() - Date.parse(checkedAt) > OLD_AFTER_MS;
    const isUnderWay = isOpen(newestJob(this.facts, 'Check Setup'));
    if (this.hasAskedForChecks || !this.mayChange || !isHeard || !isOld || isUnderWay) return;
    this.hasAskedForChecks = true;
    try {
      await requestJob({ type: 'Check Setup' });
      this.askAgain();
    } catch (error) {
      this.errors = sentences(error);
    }
  }
}
