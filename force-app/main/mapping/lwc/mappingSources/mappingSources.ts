import { LightningElement, api } from 'lwc';
import type { Row, RowTrace } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { LINK_TEXTS, shown, typedSource, type Choice } from 'c/mappingView';

/** Says `row` with the changed sources. */
export default class MappingSources extends LightningElement {
  @api row!: Row;
  @api choices: Choice[] = [];
  @api trace?: RowTrace;
  @api readOnly = false;
  labels = labels;
  free = typedSource;

  @api focus(): void {
    this.template?.querySelector<HTMLElement>('c-mapping-lookup')?.focus();
  }

  get mayEdit(): boolean {
    return !this.readOnly;
  }

  /** A link stands alone. */
  get mayAdd(): boolean {
    return !this.readOnly && !this.row.source.some((path) => path in LINK_TEXTS);
  }

  get hasSources(): boolean {
    return this.row.source.length > 0;
  }

  get hasSeveral(): boolean {
    return this.row.source.length > 1;
  }

  get isFixed(): boolean {
    return this.row.source.length === 0 && this.row.default !== undefined;
  }

  get open(): Choice[] {
    const { source } = this.row;
    return this.choices.filter(
      ({ value }) => !source.includes(value) && (source.length === 0 || !(value in LINK_TEXTS)),
    );
  }

  get sources() {
    return this.row.source.map((path, at) => {
      const { label: name = path, help = '' } =
        this.choices.find(({ value }) => value === path) ?? {};
      return {
        ...{ key: `${at} ${path}`, at, name, help },
        path: name === path ? '' : path,
        sample: shown(this.trace?.sources[at]?.value),
        removeText: fill(labels.removeSource, name),
      };
    });
  }

  handleChoose({ detail }: CustomEvent<{ value: string }>): void {
    const isLink = detail.value in LINK_TEXTS;
    this.say(
      isLink
        ? { source: [detail.value], steps: [] }
        : { source: [...this.row.source, detail.value] },
    );
  }

  handleRemove(event: Event): void {
    const at = Number((event.currentTarget as HTMLElement).dataset.at);
    this.say({ source: this.row.source.filter((_, other) => other !== at) });
    this.focus();
  }

  private say(changes: Partial<Row>): void {
    this.dispatchEvent(new CustomEvent('row', { detail: { changes } }));
  }
}
