import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { doubleOf, readPairs, tableOf, type Pair, type PastedPairs } from './pairs';

/** Longer lists come from a spreadsheet and go back there. */
const MOST_SHOWN = 100;

/**
 * Says `table` with `{ table, typed }`. Keeps its own lines: one that is not finished is no part of
 * the table yet.
 */
export default class MappingValueTable extends LightningElement {
  @api label = '';
  @api readOnly = false;
  /** What the field takes; chosen from a list where there are any. */
  @api values: readonly { value: string; label: string }[] = [];
  labels = labels;
  pairs: readonly Pair[] = [];
  isPasting = false;
  pasted = '';
  private focusNext = -1;

  @api get table(): Readonly<Record<string, string>> {
    return tableOf(this.pairs);
  }

  /** What came from here is here already, with its unfinished lines. */
  set table(table: Readonly<Record<string, string>>) {
    if (JSON.stringify(tableOf(this.pairs)) === JSON.stringify(table)) return;
    this.pairs = Object.entries(table);
  }

  @api focus(): void {
    const field = this.template?.querySelector<HTMLElement>('input');
    (field ?? this.template?.querySelector<HTMLElement>('[data-id="add"]'))?.focus();
  }

  renderedCallback(): void {
    if (this.focusNext < 0) return;
    this.template?.querySelector<HTMLElement>(`input[data-at="${this.focusNext}"]`)?.focus();
    this.focusNext = -1;
  }

  get mayEdit(): boolean {
    return !this.readOnly;
  }

  get isChosen(): boolean {
    return this.values.length > 0;
  }

  get lines() {
    return this.pairs.slice(0, MOST_SHOWN).map(([from, to], at) => ({
      ...{ at, from, to },
      fromText: `${labels.tableFrom} ${at + 1}`,
      toText: `${labels.tableTo} ${at + 1}`,
      removeText: fill(labels.tableRemove, at + 1),
      options: this.isChosen ? this.optionsOf(to) : [],
    }));
  }

  private optionsOf(to: string) {
    const known = this.values.some(({ value }) => value === to);
    const all = known ? this.values : [{ value: to, label: to }, ...this.values];
    return all.map(({ value, label }) => ({ value, label, isChosen: value === to }));
  }

  get moreText(): string {
    const more = this.pairs.length - MOST_SHOWN;
    return more > 0 ? fill(labels.tableMore, count(more)) : '';
  }

  get doubleText(): string {
    const double = doubleOf(this.pairs);
    return double && fill(labels.tableDouble, double);
  }

  get pasting(): string {
    return String(this.isPasting);
  }

  get read(): PastedPairs {
    return readPairs(this.pasted);
  }

  get mayTake(): boolean {
    return this.read.pairs.length > 0;
  }

  get takeText(): string {
    return fill(labels.tableTake, count(this.read.pairs.length));
  }

  get badText(): string {
    const { bad } = this.read;
    return bad > 0 ? fill(labels.tableBad, bad) : '';
  }

  handleInput(event: Event): void {
    const { value, dataset } = event.currentTarget as HTMLInputElement;
    const at = Number(dataset.at);
    const [from, to] = this.pairs[at] ?? ['', ''];
    const pair: Pair = dataset.side === 'from' ? [value, to] : [from, value];
    this.take(this.pairs.with(at, pair), event.type === 'input');
  }

  handleAdd(): void {
    this.focusNext = this.pairs.length;
    this.pairs = [...this.pairs, ['', '']];
  }

  handleRemove(event: Event): void {
    const at = Number((event.currentTarget as HTMLElement).dataset.at);
    this.focusNext = Math.max(0, Math.min(at, this.pairs.length - 2));
    this.take(this.pairs.toSpliced(at, 1));
  }

  handlePasting(): void {
    this.isPasting = !this.isPasting;
  }

  handlePasted(event: CustomEvent<{ value: string }>): void {
    this.pasted = event.detail.value;
  }

  /** Pasted lines replace lines of the same left side and leave the others. */
  handleTake(): void {
    const table = { ...tableOf(this.pairs), ...tableOf(this.read.pairs) };
    this.isPasting = false;
    this.pasted = '';
    this.take(Object.entries(table));
    this.template?.querySelector<HTMLElement>('[data-id="paste"]')?.focus();
  }

  private take(pairs: readonly Pair[], typed = false): void {
    this.pairs = pairs;
    const table = tableOf(pairs);
    this.dispatchEvent(new CustomEvent('table', { detail: { table, typed } }));
  }
}
