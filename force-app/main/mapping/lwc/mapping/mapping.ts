import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import * as data from 'c/mappingData';
import type { Change, Mapping } from 'c/mappingEngine';
import { diffMappings, MappingHistory } from 'c/mappingEngine';
import { outcomeOf, waiting, type Kept, type Outcome, type Proposal } from 'c/mappingHead';
import type { State, StateWords } from 'c/pageState';
import { watch } from 'c/signals';
import { askToKnow, askToPublish } from './asking';
import { DraftKeeper } from './draftKeeper';
import { keptDraft, openedDraft, saysTheSame } from './draftOf';
import { contextOf, knownFrom, NOTHING_KNOWN, type Answer } from './known';
import { labels } from './labels';
import { wordsFor } from './words';
import { writeDraft } from './publishing';

/** The mapping of each shop: a draft that saves itself, and the way to a version of it. */
export default class MappingHome extends LightningElement {
  labels = labels;
  page: data.MappingPage | undefined;
  versions: data.Version[] = [];
  published: Mapping | null = null;
  known = NOTHING_KNOWN;
  errors: string[] = [];
  mappingId = '';
  /** The version the draft began from. */
  base = 0;
  kept: Kept = 'saved';
  keptError: unknown;
  isUnreadable = false;
  proposal: Proposal | undefined;
  failure: Outcome | undefined;
  history: MappingHistory | undefined;
  changes: Change[] = [];

  private refreshes: Record<string, (() => Promise<void>) | undefined> = {};
  private stopWatching: (() => void) | undefined;
  private keeper = new DraftKeeper({
    write: (id, draft, since) => writeDraft({ id, draft, base: this.base, since }),
    look: async () => this.refreshes.page?.(),
    onKept: (kept, error) => {
      this.kept = kept;
      this.keptError = error;
    },
  });

  @wire(graphql, { query: data.MAPPINGS })
  hearPage({ data: found, errors, refresh }: Answer): void {
    this.refreshes.page = refresh ?? this.refreshes.page;
    if (errors) this.errors = sentences(errors);
    if (!found) return;
    if (!errors) this.errors = [];
    this.page = data.mappingsOf(found);
    this.mappingId ||= this.page.mappings[0]?.id ?? '';
    const isTheirs = this.record && this.keeper.seen(this.record);
    if (isTheirs || (!this.history && this.publishedNumber === 0)) this.openDraft();
  }

  @wire(graphql, { query: data.VERSIONS, variables: '$wantedVersions' })
  hearVersions({ data: found, refresh }: Answer): void {
    this.refreshes.versions = refresh ?? this.refreshes.versions;
    if (found) this.versions = data.versionsOf(found);
  }

  @wire(graphql, { query: data.DEFINITION, variables: '$wantedDefinition' })
  hearDefinition({ data: found, errors }: Answer): void {
    if (errors) this.errors = sentences(errors);
    const definition = found ? data.definitionOf(found) : null;
    if (definition?.mappingId !== this.mappingId) return;
    if (definition.number === this.publishedNumber) this.follow(definition);
  }

  @wire(graphql, { query: data.RESULTS, variables: '$wantedResults' })
  hearResults({ data: found }: Answer): void {
    if (found) this.known = knownFrom(found);
  }

  get wantedVersions(): { mapping: string } | undefined {
    return this.mappingId ? { mapping: this.mappingId } : undefined;
  }

  get wantedDefinition(): { mapping: string; number: number } | undefined {
    const number = this.publishedNumber;
    return number > 0 ? { mapping: this.mappingId, number } : undefined;
  }

  get wantedResults(): { jobs: string[] } | undefined {
    const jobs = data.tellingJobs(this.jobs);
    return jobs.length > 0 ? { jobs } : undefined;
  }

  connectedCallback(): void {
    this.stopWatching = watch({ kinds: ['job', 'status'], onNews: () => this.askAgain() });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
    void this.keeper.flush();
  }

  get record(): data.MappingRecord | undefined {
    return this.page?.mappings.find(({ id }) => id === this.mappingId);
  }

  get publishedNumber(): number {
    return this.record?.published ?? 0;
  }

  get jobs(): data.MappingJob[] {
    return this.page?.jobs.filter(({ shopId }) => shopId === this.record?.shopId) ?? [];
  }

  get draft(): Mapping | undefined {
    return this.history?.current;
  }

  get state(): State {
    if (this.page?.mayRead === false) return 'hidden';
    if (this.errors.length > 0) return 'failed';
    return this.page?.mappings.length === 0 ? 'empty' : 'loading';
  }

  get words(): StateWords {
    return wordsFor(this.state, this.errors);
  }

  get isSaved(): boolean {
    return this.kept === 'saved';
  }

  get outcome(): Outcome | undefined {
    const { jobs, versions, proposal } = this;
    return this.failure ?? outcomeOf(proposal ?? waiting(jobs, versions), jobs, versions);
  }

  /** Fields inside the sections tell of their own changes too: those are not the mapping's. */
  change({ detail }: CustomEvent<{ mapping?: Mapping }>): void {
    if (detail?.mapping) this.take(this.history?.push(detail.mapping));
  }

  /** `undo`, `redo` or `discard`. */
  step({ type }: Event): void {
    const { history, published } = this;
    if (type === 'discard') this.take(published ? history?.push(published) : undefined);
    else this.take(type === 'undo' ? history?.undo() : history?.redo());
  }

  restore({ detail }: CustomEvent<{ mapping: Mapping; reason: string }>): void {
    this.take(this.history?.push(detail.mapping));
    void this.publish(detail.reason);
  }

  async chooseShop({ detail }: CustomEvent<string>): Promise<void> {
    await this.keeper.flush();
    this.history = undefined;
    this.published = null;
    this.known = NOTHING_KNOWN;
    this.versions = [];
    this.proposal = undefined;
    this.failure = undefined;
    this.mappingId = detail;
  }

  publishDraft(): void {
    if (this.outcome?.state !== 'asked') void this.publish('');
  }

  private async publish(reason: string): Promise<void> {
    const { draft, record, changes, save } = this;
    if (!draft || !record) return;
    const context = contextOf(this.known);
    try {
      const proposal = await askToPublish({ record, draft, changes, context, reason, save });
      if (!proposal) return;
      this.failure = undefined;
      this.proposal = proposal;
    } catch (error) {
      this.fail(error);
    }
    this.askAgain();
  }

  save = (): Promise<boolean> => this.keeper.flush();
  keepMine = (): Promise<boolean> => this.keeper.overwrite();

  async takeTheirs(): Promise<void> {
    await this.refreshes.page?.();
    this.openDraft();
  }

  async load({ type: wanted }: Event): Promise<void> {
    try {
      await askToKnow(wanted, this.record?.shopId);
      this.askAgain();
    } catch (error) {
      this.fail(error);
    }
  }

  /** A version was published: here, by somebody else, or before the page was opened. */
  private follow({ id, number, mapping }: data.Definition): void {
    const { history, published } = this;
    this.published = mapping;
    const isOwn = id === this.proposal?.versionId;
    // What is drafted from now on is drafted on top of it.
    if (isOwn) this.base = number;
    if (!history || saysTheSame(history.current, published)) this.openDraft();
    else {
      if (isOwn) this.keep(history.current);
      this.show(history);
    }
  }

  private openDraft(): void {
    const { record } = this;
    const opened = record && openedDraft(record, this.published);
    if (!opened) return;
    this.keeper.open(record);
    this.isUnreadable = opened.isUnreadable;
    this.base = opened.base;
    this.show(new MappingHistory(opened.draft));
  }

  private take(history: MappingHistory | undefined): void {
    if (!history || history === this.history) return;
    this.failure = undefined;
    if (this.outcome?.state === 'published') this.proposal = undefined;
    if (this.changes.length === 0) this.base = this.publishedNumber;
    this.keep(history.current);
    this.show(history);
  }

  private show(history: MappingHistory): void {
    this.history = history;
    this.changes = this.published ? diffMappings(this.published, history.current) : [];
  }

  private keep(draft: Mapping): void {
    this.keeper.change(keptDraft(draft, this.published));
  }

  private fail(error: unknown): void {
    this.failure = { state: 'failed', message: sentences(error).join(' ') };
  }

  askAgain(): void {
    for (const refresh of Object.values(this.refreshes)) void refresh?.();
  }
}
