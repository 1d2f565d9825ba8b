import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { Mapping, ObjectDescribe, Sample } from 'c/mappingEngine';
import { suggestedRow } from 'c/mappingEngine';
import { count, fill } from 'c/format';
import { watch } from 'c/signals';
import { Finder, type Found } from './finder';
import type { Lists } from './items';
import { Known } from './known';
import { labels } from './labels';
import type { Question } from './questions';
import { mayHaveModel, RANKINGS, rankingsOf, type RankingJob } from './ranking';
import { shownList, type ShownList } from './shownList';

interface Answer {
  data?: unknown;
  refresh?: () => Promise<void>;
}

interface Part extends Element {
  focusFirst(): void;
}

const NO_ORDERS: RankingJob['orders'] = new Map();

/**
 * What may be mapped next. Says `add` with `{ targetId, row }`; never changes the mapping itself.
 */
export default class MappingSuggestions extends LightningElement {
  @api mapping: Mapping | undefined;
  @api targetId = '';
  @api samples: readonly Sample[] = [];
  @api describes: ReadonlyMap<string, ObjectDescribe> | null = null;
  @api readOnly = false;
  /** A model is asked for a shop; without one there is nobody to ask. */
  @api shopId = '';
  labels = labels;
  isOpen = false;
  said = '';
  jobs: RankingJob[] | undefined;

  private dismissed: ReadonlySet<string> = new Set();
  private whole: ReadonlySet<string> = new Set();
  private hasAsked = false;
  private focusAt: number | undefined;
  private finder = new Finder();
  private known = new Known();
  private refresh: (() => Promise<void>) | undefined;
  private stopWatching: (() => void) | undefined;

  @wire(graphql, { query: RANKINGS, variables: '$question' })
  hearJobs({ data, refresh }: Answer): void {
    this.refresh = refresh ?? this.refresh;
    if (data) this.jobs = rankingsOf(data);
  }

  get question(): { shop: string } | undefined {
    return this.isOpen && this.shopId ? { shop: this.shopId } : undefined;
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  renderedCallback(): void {
    if (this.focusAt === undefined) return;
    const parts = [...(this.template?.querySelectorAll('c-mapping-suggestion') ?? [])];
    const next = parts[Math.min(this.focusAt, parts.length - 1)] as Part | undefined;
    this.focusAt = undefined;
    if (next) next.focusFirst();
    else this.template?.querySelector<HTMLElement>('[data-id="toggle"]')?.focus();
  }

  get found(): Found | undefined {
    const { mapping, targetId, samples, describes } = this;
    return mapping && this.finder.find({ mapping, targetId, samples, describes });
  }

  get lists(): Lists | undefined {
    const { found, dismissed } = this;
    const { orders = NO_ORDERS } = this.jobs?.find(({ status }) => status === 'Done') ?? {};
    return found && this.known.lists(found, { dismissed, orders });
  }

  get shownLists(): ShownList[] {
    const { fields = [], sources = [] } = this.lists ?? {};
    return [
      shownList('fields', fields, this.whole.has('fields')),
      shownList('sources', sources, this.whole.has('sources')),
    ].filter(({ items }) => items.length > 0);
  }

  get heading(): string {
    const { fields = [], sources = [] } = this.lists ?? {};
    const all = fields.length + sources.length;
    return all > 0 ? fill(labels.heading, count(all)) : labels.headingPlain;
  }

  get icon(): string {
    return this.isOpen ? 'utility:chevronup' : 'utility:chevrondown';
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get text(): string {
    if (!this.found) return labels.noDescribe;
    if (this.shownLists.length === 0) return labels.none;
    return this.found.inputs.length > 0 ? labels.intro : labels.noSamples;
  }

  get job(): RankingJob | undefined {
    const [newest] = this.jobs ?? [];
    return this.hasAsked || newest?.status !== 'Not Available' ? newest : undefined;
  }

  /** Stays for this visit once it was used: one that goes away takes the focus along. */
  get mayAsk(): boolean {
    if (this.readOnly || !this.jobs || this.questions.length === 0) return false;
    return this.hasAsked || mayHaveModel(this.jobs);
  }

  get questions(): Question[] {
    return this.found ? this.known.questions(this.found) : [];
  }

  get input(): { questions: Question[] } {
    return { questions: this.questions };
  }

  get isAboutModel(): boolean {
    return this.mayAsk || this.job !== undefined;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    this.stopWatching ??= watch({ kinds: ['job'], onNews: () => this.askAgain() });
  }

  handleWhole(event: Event): void {
    const { list = '' } = (event.currentTarget as HTMLElement).dataset;
    const whole = new Set(this.whole);
    if (!whole.delete(list)) whole.add(list);
    this.whole = whole;
  }

  handleAsked(): void {
    this.hasAsked = true;
    this.askAgain();
  }

  handleAdd(event: CustomEvent<{ key: string }>): void {
    const suggestion = this.lists?.suggestions.get(event.detail.key);
    const target = this.found?.target;
    if (!suggestion || !target) return;
    this.follow(event, labels.saidAdded);
    const row = suggestedRow(target, suggestion);
    this.dispatchEvent(new CustomEvent('add', { detail: { targetId: target.id, row } }));
  }

  handleDismiss(event: CustomEvent<{ key: string }>): void {
    this.follow(event, labels.saidDismissed);
    this.dismissed = new Set(this.dismissed).add(event.detail.key);
  }

  /** Says what was done, and keeps the focus near: what had it goes away. */
  private follow(event: CustomEvent<{ key: string }>, text: string): void {
    const parts = [...(this.template?.querySelectorAll('c-mapping-suggestion') ?? [])];
    this.focusAt = parts.indexOf(event.currentTarget as Element);
    const items = this.shownLists.flatMap((list) => list.items);
    const offer = items.flatMap(({ offers }) => offers).find(({ key }) => key === event.detail.key);
    this.said = fill(text, offer?.source ?? '', offer?.field ?? '');
  }

  private askAgain(): void {
    if (this.isOpen) void this.refresh?.();
  }
}
