import { api } from 'lwc';
import type { Finding, Mapping, Row } from 'c/mappingEngine';
import { addRow, addTarget, replaceRow, setSettings, setTarget } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import {
  ALL_ROWS,
  Live,
  pastedInput,
  pathChoices,
  type Pasted,
  type TableFilter,
} from 'c/mappingView';
import type { EditorFacts } from 'c/mappingRowEditor';
import { act, addedRow, type Acted } from './actions';
import { FieldsModel } from './fieldsModel';
import { NOTHING_CHOSEN, type Chosen, type FieldsView, type Given } from './fieldsView';
import { focusOn, HEADING, type Focus } from './focus';
import { GivenElement } from './givenElement';
import { headOf, type Head } from './head';
import {
  actOnTarget,
  askCondition,
  askSettings,
  askTarget,
  type TargetItem,
} from './targetActions';

/** Typing goes before: the check of the mapping, and the table, wait for a pause. */
const CHECK_MS = 250;

/**
 * The fields of a mapping. Says `change` with `{ mapping, what }`, `what` a label for undo;
 * `loadsamples`, and `loaddescribes` with the object. Never changes what it was handed.
 */
export default class MappingFields extends GivenElement {
  @api readOnly = false;
  /** Salesforce's id of the shop. */
  @api shopId = '';
  labels = labels;
  chosen: Chosen = NOTHING_CHOSEN;
  view?: FieldsView;
  /** What a screen reader hears of what was done. */
  said = '';
  live = new Live<EditorFacts>();
  private model = new FieldsModel();
  private findings: Finding[] = [];
  private focusNext: Focus | undefined;
  private checking?: ReturnType<typeof setTimeout>;

  connectedCallback(): void {
    this.refresh();
  }

  renderedCallback(): void {
    if (this.focusNext && focusOn(this.template, this.focusNext)) this.focusNext = undefined;
  }

  disconnectedCallback(): void {
    clearTimeout(this.checking);
  }

  protected override isHandedOver(): void {
    if (this.view) this.refresh();
  }

  /** Fields inside say `change` too, and are heard up to the page. */
  handleInner(event: Event): void {
    event.stopPropagation();
  }

  private refresh(): void {
    clearTimeout(this.checking);
    const given = this.typed ? { ...this.given, mapping: this.withTyped(this.typed) } : this.given;
    if (this.typed) {
      this.tell(this.model.view(given, this.chosen, this.findings));
      this.checking = setTimeout(() => this.show(given), CHECK_MS);
    } else this.show(given);
  }

  private show(given: Given): void {
    this.findings = this.model.findings(given);
    this.view = this.model.view(given, this.chosen, this.findings);
    this.tell(this.view);
  }

  private tell({ editor }: FieldsView): void {
    if (editor) this.live.set(editor);
  }

  private withTyped(row: Row): Mapping {
    return replaceRow(this.given.mapping, this.targetId, row);
  }

  private choose(chosen: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...chosen };
    this.refresh();
  }

  private change(mapping: Mapping, what: string): void {
    this.typed = undefined;
    this.given = { ...this.given, mapping };
    this.refresh();
    this.dispatchEvent(new CustomEvent('change', { detail: { mapping, what } }));
  }

  get targetId(): string {
    return this.view?.target?.id ?? '';
  }

  get head(): Head {
    return headOf(this.view, this.given, this.chosen, this.readOnly);
  }

  handleTarget(event: CustomEvent<{ id: string }>): void {
    this.handleSettle();
    const targetId = event.detail.id;
    this.choose({ targetId, editing: '', tried: undefined, filter: ALL_ROWS });
    this.focusNext = HEADING;
  }

  async handleAddTarget(): Promise<void> {
    const added = await askTarget(this.given.describes);
    if (!added) return;
    const mapping = addTarget(this.given.mapping, added);
    this.chosen = { ...this.chosen, targetId: mapping.targets.at(-1)?.id ?? '', editing: '' };
    this.focusNext = HEADING;
    this.change(mapping, fill(labels.didAddTarget, added.object));
  }

  async handleSettings(): Promise<void> {
    const settings = await askSettings(this.given.mapping.settings);
    if (settings) this.change(setSettings(this.given.mapping, settings), labels.didSettings);
  }

  handleTargetMenu({ detail }: CustomEvent<{ value: TargetItem['value'] }>): void {
    const { target, label = '' } = this.view ?? {};
    if (detail.value === 'read') this.handleReadFields();
    if (detail.value === 'condition') void this.changeCondition();
    const done = target && actOnTarget(detail.value, this.given.mapping, target, label);
    if (done) this.change(done.mapping, done.what);
  }

  private async changeCondition(): Promise<void> {
    const { target, label = '', sources = [] } = this.view ?? {};
    const answer = target && (await askCondition(target, pathChoices(sources)));
    if (!answer) return;
    const mapping = setTarget(this.given.mapping, target.id, { condition: answer.condition });
    this.change(mapping, fill(labels.didCondition, label));
  }

  handleReadFields(): void {
    const object = this.view?.target?.object;
    this.dispatchEvent(new CustomEvent('loaddescribes', { detail: { object } }));
  }

  handleLoad(): void {
    this.dispatchEvent(new CustomEvent('loadsamples'));
  }

  handleSample(event: CustomEvent<{ key: string }>): void {
    const { key } = event.detail;
    const sampleKey = this.view?.inputs.find((one) => one.key === key)?.sampleKey ?? '';
    this.choose({ sample: { key, sampleKey } });
  }

  handlePasted({ detail }: CustomEvent<Pasted>): void {
    const from = this.view?.target?.from;
    if (!from) return;
    const one = pastedInput(from, detail);
    const pasted = new Map(this.chosen.pasted).set(from, one);
    this.choose({ pasted, sample: { key: one.key, sampleKey: one.sampleKey }, tried: undefined });
  }

  handleFilter({ detail }: CustomEvent<TableFilter>): void {
    this.choose({ filter: { ...detail } });
  }

  handleClear(): void {
    this.choose({ filter: ALL_ROWS });
  }

  handleAddRow(): void {
    this.handleSettle();
    this.done(addedRow(this.given.mapping, this.targetId));
  }

  handleAct(event: CustomEvent<{ action: string; id: string }>): void {
    this.handleSettle();
    const { action, id } = event.detail;
    const row = this.view?.rows.find((one) => one.id === id);
    if (!row) return;
    if (action === 'edit') this.toggle(id);
    else if (action === 'map') this.done(addedRow(this.given.mapping, this.targetId, row.field));
    else this.done(act(action, this.given.mapping, this.targetId, row));
  }

  private toggle(id: string): void {
    const isOpen = this.chosen.editing === id;
    this.focusNext = isOpen ? { on: 'row', id } : { on: 'editor', id };
    this.choose({ editing: isOpen ? '' : id, tried: undefined });
  }

  private done(acted: Acted | undefined): void {
    if (!acted) return;
    this.said = acted.said;
    this.focusNext = acted.focus;
    if (acted.opens) this.chosen = { ...this.chosen, editing: acted.opens, tried: undefined };
    this.change(acted.mapping, acted.what);
  }

  handleRow({ detail }: CustomEvent<{ row: Row; typed: boolean }>): void {
    this.typed = JSON.parse(JSON.stringify(detail.row)) as Row;
    this.chosen = { ...this.chosen, tried: undefined };
    if (detail.typed) this.refresh();
    else this.handleSettle();
  }

  /** What was typed is said to the page once the field is left. */
  handleSettle(): void {
    if (!this.typed) return;
    const name = this.view?.rows.find(({ id }) => id === this.typed?.id)?.name ?? labels.newRow;
    this.change(this.withTyped(this.typed), fill(labels.didEdit, name));
  }

  handleClose(): void {
    this.handleSettle();
    if (this.chosen.editing) this.toggle(this.chosen.editing);
  }

  handleSuggested({ detail }: CustomEvent<{ targetId: string; row: Row }>): void {
    this.handleSettle();
    const { targetId, row } = detail;
    const changed = addRow(this.given.mapping, targetId, row);
    this.change(changed, fill(labels.didAddSuggested, row.target));
  }

  handleTryAll(): void {
    this.handleSettle();
    if (this.view) this.choose({ tried: this.model.tryAll(this.given, this.view) });
  }
}
