import { LightningElement, api } from 'lwc';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import type { EditorFacts } from 'c/mappingRowEditor';
import { Live, type RowView } from 'c/mappingView';
import { shownRow, type ShownRow } from './shownRow';

/**
 * Says `act` with `{ action, id }`: edit, map, duplicate, switch, up, down, delete. What the editor
 * of a row says is handed on.
 */
export default class MappingTable extends LightningElement {
  @api rows: RowView[] = [];
  /** The label of the object. */
  @api object = '';
  @api hasSample = false;
  @api hasEngagement = false;
  @api readOnly = false;
  /** How many rows the target has; the first and the last move only one way. */
  @api positions: ReadonlyMap<string, number> = new Map();
  /** What the open editor shows; it stands below its row. */
  @api live = new Live<EditorFacts>();
  /** The row whose editor is open; empty when none is. */
  @api edited = '';
  labels = labels;
  private known = new WeakMap<RowView, { about: string; shown: ShownRow }>();

  get tableLabel(): string {
    return fill(labels.tableOf, this.object);
  }

  get columns(): { key: string; label: string; className: string }[] {
    const { source, steps, target, rule, engagement, preview, status } = labels;
    return Object.entries({
      ...{ source, steps, target, rule },
      ...(this.hasEngagement && { engagement }),
      ...(this.hasSample && { preview }),
      status,
    }).map(([key, label]) => ({ key, label, className: key }));
  }

  get columnCount(): number {
    return this.columns.length + 1;
  }

  /** A row that is shown as before stays the same object, and is not rendered again. */
  get shownRows(): ShownRow[] {
    const last = this.positions.size - 1;
    return this.rows.map((row) => {
      const at = this.positions.get(row.id) ?? -1;
      const place = { isFirst: at === 0, isLast: at === last };
      const isEdited = row.id === this.edited;
      const about = JSON.stringify([place, isEdited, this.readOnly]);
      const before = this.known.get(row);
      if (before?.about === about) return before.shown;
      const shown = shownRow(row, { ...place, isEdited, readOnly: this.readOnly });
      this.known.set(row, { about, shown });
      return shown;
    });
  }

  /** Brings the focus to the button that opens a row; false when the row is not shown. */
  @api focusRow(id: string): boolean {
    return this.focusButton('edit', id);
  }

  @api focusMenu(id: string): boolean {
    return this.focusButton('menu', id);
  }

  private focusButton(kind: 'edit' | 'menu', id: string): boolean {
    const buttons = [...(this.template?.querySelectorAll<HTMLElement>(`[data-${kind}]`) ?? [])];
    const button = buttons.find(({ dataset }) => dataset[kind] === id);
    button?.focus();
    return button !== undefined;
  }

  @api focusEditor(): void {
    this.template?.querySelector<HTMLElement>('c-mapping-row-editor')?.focus();
  }

  handleAction(event: Event): void {
    const { action, edit } = (event.currentTarget as HTMLElement).dataset;
    this.act(action ?? '', edit ?? '');
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    const { menu } = (event.currentTarget as HTMLElement).dataset;
    this.act(event.detail.value, menu ?? '');
  }

  private act(action: string, id: string): void {
    this.dispatchEvent(new CustomEvent('act', { detail: { action, id } }));
  }

  forward(event: CustomEvent<unknown>): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
  }
}
