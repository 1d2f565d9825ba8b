import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import { count, fill } from 'c/format';
import { DEFINITION, definitionOf, type Version } from 'c/mappingData';
import type { Change, Mapping } from 'c/mappingEngine';
import { diffMappings } from 'c/mappingEngine';
import { labels } from './labels';
import { versionView, type VersionView } from './versionView';

interface Answer {
  data?: unknown;
  errors?: unknown[];
}

/** The draft among the versions to compare. */
const DRAFT = 'draft';

/**
 * Every published version. Two can be compared, one of them the draft; `restore` says with
 * `{ mapping, reason }` that an older one shall be published again.
 */
export default class MappingVersions extends LightningElement {
  @api mappingId = '';
  @api shopId = '';
  @api publishedNumber = 0;
  @api draft: Mapping | undefined;
  /** Newest first. */
  @api versions: Version[] = [];
  @api readOnly = false;
  labels = labels;
  errors: string[] = [];
  /** What is compared, from and to: numbers of versions, or the draft. */
  from = '';
  to = DRAFT;

  private definitions = new Map<string, Mapping>();
  private wanted = 0;
  private restoring = 0;

  @wire(graphql, { query: DEFINITION, variables: '$question' })
  hear({ data, errors }: Answer): void {
    if (errors) this.errors = sentences(errors);
    const found = data ? definitionOf(data) : null;
    if (found?.mappingId !== this.mappingId) return;
    this.errors = found.mapping ? [] : [labels.unreadable];
    if (!found.mapping) return;
    this.definitions = new Map(this.definitions).set(String(found.number), found.mapping);
    this.wanted = 0;
  }

  get question(): { mapping: string; number: number } | undefined {
    return this.wanted > 0 ? { mapping: this.mappingId, number: this.wanted } : undefined;
  }

  get isEmpty(): boolean {
    return this.versions.length === 0;
  }

  get shown(): VersionView[] {
    return this.versions.map((version) =>
      versionView(version, this.publishedNumber, this.readOnly),
    );
  }

  get choices(): { label: string; value: string }[] {
    const numbered = this.versions.filter(({ number }) => number > 0);
    return [
      { label: labels.draft, value: DRAFT },
      ...numbered.map(({ number }) => ({
        label: fill(labels.numbered, count(number)),
        value: String(number),
      })),
    ];
  }

  get fromValue(): string {
    return this.from || String(this.publishedNumber || DRAFT);
  }

  get changes(): Change[] | undefined {
    const [before, after] = [this.mappingOf(this.fromValue), this.mappingOf(this.to)];
    return before && after ? diffMappings(before, after) : undefined;
  }

  get hasDifferences(): boolean {
    return (this.changes?.length ?? 0) > 0;
  }

  get isAlike(): boolean {
    return this.changes?.length === 0;
  }

  get errorText(): string {
    return this.errors.join(' ');
  }

  /** What is shown decides what has to be asked for: it changes with what is published, too. */
  renderedCallback(): void {
    this.next();
  }

  chooseFrom({ detail }: CustomEvent<{ value: string }>): void {
    this.from = detail.value;
  }

  chooseTo({ detail }: CustomEvent<{ value: string }>): void {
    this.to = detail.value;
  }

  compare({ currentTarget }: Event): void {
    this.from = numberOf(currentTarget);
    this.to = String(this.publishedNumber);
    this.template?.querySelector<HTMLElement>('[data-id="comparison"]')?.focus();
  }

  restore({ currentTarget }: Event): void {
    this.restoring = Number(numberOf(currentTarget));
    this.next();
  }

  private mappingOf(value: string): Mapping | undefined {
    return value === DRAFT ? this.draft : this.definitions.get(value);
  }

  /** Asks for one definition after the other, as far as they are needed. */
  private next(): void {
    const needed = [this.fromValue, this.to, String(this.restoring || DRAFT)];
    const missing = needed.find((value) => value !== DRAFT && !this.definitions.has(value));
    if (missing) {
      this.wanted = Number(missing);
      return;
    }
    const mapping = this.definitions.get(String(this.restoring));
    if (!mapping) return;
    const reason = fill(labels.restoreReason, count(this.restoring));
    this.restoring = 0;
    this.dispatchEvent(new CustomEvent('restore', { detail: { mapping, reason } }));
  }
}

function numberOf(button: EventTarget | null): string {
  return (button as HTMLElement).dataset.number ?? '';
}
