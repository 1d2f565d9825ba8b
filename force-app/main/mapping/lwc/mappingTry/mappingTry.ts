import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import { ago, count, fill } from 'c/format';
import { requestJob } from 'c/jobs';
import type { Sample } from 'c/mappingEngine';
import { watch } from 'c/signals';
import { labels } from './labels';
import { TRIALS, trialsOf, type TrialOffer } from './trials';

interface Answer {
  data?: unknown;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

/** As many as one trial takes. */
const MOST = 50;
const FIRST = 10;

const KINDS = {
  order: labels.orders,
  shipment: labels.shipments,
  return: labels.returns,
  cart: labels.carts,
  person: labels.people,
};
type Kind = keyof typeof KINDS;

/**
 * Tries the draft, or what is published, on records of the shop: the worker looks at everything and
 * writes nothing. Says `save` when the draft has to be saved first, `loadsamples` when there are no
 * records to choose from.
 */
export default class MappingTry extends LightningElement {
  @api shopId = '';
  @api publishedNumber = 0;
  @api samples: Sample[] = [];
  @api readOnly = false;
  labels = labels;
  kind: Kind = 'order';
  what: 'draft' | 'published' = 'draft';
  chosen: readonly string[] = [];
  trials: TrialOffer[] = [];
  shownId = '';
  refusals: string[] = [];
  /** For the draft to be saved. */
  private waits = false;
  private saved = false;
  private refresh: (() => Promise<void>) | undefined;
  private stopWatching: (() => void) | undefined;

  @wire(graphql, { query: TRIALS, variables: '$question' })
  hear({ data, refresh }: Answer): void {
    this.refresh = refresh ?? this.refresh;
    if (data) this.trials = trialsOf(data);
  }

  get question(): { shop: string } | undefined {
    return this.shopId ? { shop: this.shopId } : undefined;
  }

  connectedCallback(): void {
    this.stopWatching = watch({ kinds: ['job'], onNews: () => this.askAgain() });
  }

  askAgain(): void {
    void this.refresh?.();
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  /** The draft is in Salesforce as it is here. */
  @api get isSaved(): boolean {
    return this.saved;
  }
  set isSaved(saved: boolean) {
    this.saved = saved;
    if (!saved || !this.waits) return;
    this.waits = false;
    void this.ask();
  }

  get kinds(): { label: string; value: string }[] {
    return Object.entries(KINDS).map(([value, label]) => ({ label, value }));
  }

  get whats(): { label: string; value: string }[] {
    const published = fill(labels.published, count(this.publishedNumber));
    return [
      { label: labels.draft, value: 'draft' },
      ...(this.publishedNumber > 0 ? [{ label: published, value: 'published' }] : []),
    ];
  }

  get offered(): { label: string; value: string }[] {
    return this.samples
      .filter(({ kind }) => kind === this.kind)
      .map(({ id, title }) => ({ label: title, value: id }));
  }

  get hasNone(): boolean {
    return this.offered.length === 0;
  }

  get values(): string[] {
    return [...this.chosen];
  }

  get tryText(): string {
    return fill(labels.tryThem, count(this.chosen.length));
  }

  get firstText(): string {
    return fill(labels.first, Math.min(FIRST, this.offered.length));
  }

  get cannotTry(): boolean {
    return this.chosen.length === 0;
  }

  get mayTry(): boolean {
    return !this.readOnly;
  }

  get shownTrial(): string {
    return this.shownId || (this.trials[0]?.id ?? '');
  }

  get earlier(): { label: string; value: string }[] {
    return this.trials.map(({ id, name, createdAt }) => ({
      label: `${name}, ${ago(createdAt)}`,
      value: id,
    }));
  }

  get link(): string {
    return this.trials.find(({ id }) => id === this.shownTrial)?.name ?? '';
  }

  chooseKind({ detail }: CustomEvent<{ value: Kind }>): void {
    this.kind = detail.value;
    this.chosen = [];
  }

  chooseWhat({ detail }: CustomEvent<{ value: 'draft' | 'published' }>): void {
    this.what = detail.value;
  }

  choose({ detail }: CustomEvent<{ value: string[] }>): void {
    this.chosen = detail.value.slice(0, MOST);
  }

  chooseFirst(): void {
    this.chosen = this.offered.slice(0, FIRST).map(({ value }) => value);
  }

  show({ detail }: CustomEvent<{ value: string }>): void {
    this.shownId = detail.value;
  }

  load(): void {
    this.dispatchEvent(new CustomEvent('loadsamples'));
  }

  tryThem(): void {
    this.waits = !this.isSaved && this.what === 'draft';
    if (this.waits) this.dispatchEvent(new CustomEvent('save'));
    else void this.ask();
  }

  private async ask(): Promise<void> {
    this.refusals = [];
    const { kind, chosen, what, publishedNumber: version, shopId } = this;
    const records = chosen.map((id) => ({ kind, id }));
    const which = what === 'draft' ? { draft: true } : { version };
    try {
      this.shownId = await requestJob({ type: 'Dry Run', shopId, input: { records, ...which } });
      await this.refresh?.();
    } catch (error) {
      this.refusals = sentences(error);
    }
  }
}
