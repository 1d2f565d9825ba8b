import { LightningElement, api } from 'lwc';
import type { Row, RowTrace, Step, StepName } from 'c/mappingEngine';
import { newStep } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';
import { LINK_TEXTS, pathChoices, shown, type Choice } from 'c/mappingView';
import { CATALOGUE, reasonOf, takesItems } from './catalogue';
import { itemChoices } from './itemChoices';

/** Says `row` with the changed steps. */
export default class MappingSteps extends LightningElement {
  @api row!: Row;
  @api choices: Choice[] = [];
  @api trace?: RowTrace;
  /** What the field takes. */
  @api values: readonly { value: string; label: string }[] = [];
  /** Of the field, in characters. */
  @api fieldLength?: number;
  @api hasSample = false;
  @api readOnly = false;
  labels = labels;
  catalogue = CATALOGUE;
  /** The step that gets the focus when it is there. */
  private focusNext = -1;

  renderedCallback(): void {
    if (this.focusNext < 0) return;
    const step = this.template?.querySelector<HTMLElement>(`[data-at="${this.focusNext}"]`);
    if (!step) return;
    this.focusNext = -1;
    step.focus();
  }

  get isLink(): boolean {
    return this.row.source.length === 1 && (this.row.source[0] ?? '') in LINK_TEXTS;
  }

  get hasSteps(): boolean {
    return this.row.steps.length > 0;
  }

  get isAsItIs(): boolean {
    return !this.hasSteps;
  }

  get mayEdit(): boolean {
    return !this.readOnly;
  }

  get steps() {
    const { steps } = this.row;
    const given = this.trace?.steps ?? [];
    const paths = pathChoices(this.choices);
    const problem = this.trace?.problem;
    return steps.map((step, at) => ({
      ...{ key: `${at} ${step.step}`, at, step },
      isLast: at === steps.length - 1,
      choices: takesItems(step) ? itemChoices(this.trace?.sources[0]?.value) : paths,
      values: this.values,
      isReached: this.hasSample && at < given.length,
      after: shown(given[at]?.value),
      problem: at === given.length && problem?.step === step.step ? reasonOf(step, problem) : '',
    }));
  }

  handleAdd({ detail }: CustomEvent<{ value: StepName }>): void {
    this.focusNext = this.row.steps.length;
    this.say([...this.row.steps, newStep(detail.value, this.fieldLength)]);
  }

  handleStep(event: CustomEvent<{ step: Step; typed: boolean }>): void {
    const { step, typed } = event.detail;
    this.say(this.row.steps.with(this.place(event), step), typed);
  }

  handleMove(event: CustomEvent<{ by: number }>): void {
    const at = this.place(event);
    const to = at + event.detail.by;
    const step = this.row.steps[at];
    if (!step || to < 0 || to >= this.row.steps.length) return;
    this.focusNext = to;
    this.say(this.row.steps.toSpliced(at, 1).toSpliced(to, 0, step));
  }

  handleRemove(event: Event): void {
    const at = this.place(event);
    const steps = this.row.steps.toSpliced(at, 1);
    this.focusNext = Math.min(at, steps.length - 1);
    this.say(steps);
    if (steps.length === 0) this.template?.querySelector<HTMLElement>('c-mapping-lookup')?.focus();
  }

  private place(event: Event): number {
    return Number((event.currentTarget as HTMLElement).dataset.at);
  }

  private say(steps: Step[], typed = false): void {
    this.dispatchEvent(new CustomEvent('row', { detail: { changes: { steps }, typed } }));
  }
}
