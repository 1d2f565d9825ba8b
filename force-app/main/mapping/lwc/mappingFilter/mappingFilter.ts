import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { ALL_ROWS, SHOWN, type Shown, type TableFilter } from 'c/mappingView';

const NAMES: Readonly<Record<Shown, string>> = {
  all: labels.showAll,
  attention: labels.showAttention,
  changed: labels.showChanged,
  off: labels.showOff,
  missing: labels.showMissing,
};

/** Says `filter` with the new filter, and `add`. */
export default class MappingFilter extends LightningElement {
  @api filter: TableFilter = ALL_ROWS;
  @api counts: Readonly<Record<Shown, number>> = {
    ...{ all: 0, attention: 0, changed: 0, off: 0, missing: 0 },
  };
  /** How many rows are shown. */
  @api shown = 0;
  @api readOnly = false;
  labels = labels;

  @api focusAdd(): void {
    this.template?.querySelector<HTMLElement>('[data-id="add"]')?.focus();
  }

  get mayAdd(): boolean {
    return !this.readOnly;
  }

  get options(): { value: Shown; label: string }[] {
    return SHOWN.map((value) => ({ value, label: fill(NAMES[value], count(this.counts[value])) }));
  }

  get shownText(): string {
    return fill(labels.shown, count(this.shown), count(this.counts.all));
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.say({ search: event.detail.value ?? '' });
  }

  handleShown(event: CustomEvent<{ value: Shown }>): void {
    this.say({ shown: event.detail.value });
  }

  handleAdd(): void {
    this.dispatchEvent(new CustomEvent('add'));
  }

  private say(changes: Partial<TableFilter>): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: { ...this.filter, ...changes } }));
  }
}
