import { LightningElement, api } from 'lwc';
import type { FieldDescribe, Finding, ObjectDescribe, Row, RowTrace } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { withoutRow, type Choice, type Live, type ResultView, type Tried } from 'c/mappingView';

/** What the editor shows of a row beside the row itself. */
export interface EditorFacts {
  row: Row;
  /** What the row is called. */
  name: string;
  object: string;
  describe?: ObjectDescribe;
  /** Every source there is, with the sample's values. */
  sources: Choice[];
  trace?: RowTrace;
  result: ResultView;
  findings: Finding[];
  engagement: string;
  hasSample: boolean;
  /** How many samples of the kind there are, and what they gave when they were tried. */
  samples: number;
  tried?: Tried[];
}

/**
 * Says `row` with `{ row, typed }` at every change, `typed` while somebody is typing; `settle` when
 * the field in which was typed is left; `tryall`, and `close`.
 */
export default class MappingRowEditor extends LightningElement {
  @api live!: Live<EditorFacts>;
  @api readOnly = false;
  labels = labels;
  facts!: EditorFacts;
  private stop = (): void => undefined;

  connectedCallback(): void {
    this.stop = this.live.listen((facts) => (this.facts = facts));
  }

  disconnectedCallback(): void {
    this.stop();
  }

  /** The first thing to decide: the source; of a row that has one, where one is. */
  @api focus(): void {
    if (this.facts.row.source.length === 0 && !this.readOnly)
      this.template?.querySelector<HTMLElement>('c-mapping-sources')?.focus();
    else this.template?.querySelector<HTMLElement>('h3')?.focus();
  }

  get row(): Row {
    return this.facts.row;
  }

  get heading(): string {
    return this.row.target ? fill(labels.editing, this.facts.name) : labels.editingNew;
  }

  get hasFindings(): boolean {
    return this.facts.findings.length > 0;
  }

  get findings() {
    return this.facts.findings.map(({ code, severity, what, fix }, at) => ({
      ...{ key: `${at} ${code}`, severity, what: withoutRow(what), fix },
      icon: `utility:${severity}`,
    }));
  }

  get resultClass(): string {
    return `text ${this.facts.result.kind}`;
  }

  get field(): Partial<FieldDescribe> {
    return this.facts.describe?.fields.find(({ name }) => name === this.row.target) ?? {};
  }

  /** What the field takes, to be offered where a value is typed. */
  get values(): readonly { value: string; label: string }[] {
    return this.field.values ?? [];
  }

  handleRow(event: CustomEvent<{ changes: Partial<Row>; typed?: boolean }>): void {
    const { changes, typed = false } = event.detail;
    const row = withoutUndefined({ ...this.row, ...changes });
    this.dispatchEvent(new CustomEvent('row', { detail: { row, typed } }));
  }

  handleFocusOut(): void {
    this.dispatchEvent(new CustomEvent('settle'));
  }

  handleTryAll(): void {
    this.dispatchEvent(new CustomEvent('tryall'));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}

/** A mapping is JSON, where a part that is not there is left out. */
function withoutUndefined(row: Row): Row {
  return JSON.parse(JSON.stringify(row)) as Row;
}
