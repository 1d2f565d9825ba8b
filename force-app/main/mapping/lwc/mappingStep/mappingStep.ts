import { LightningElement, api } from 'lwc';
import type { ParamDefinition, Step, StepDefinition } from 'c/mappingEngine';
import { STEPS } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import type { Choice } from 'c/mappingView';

const WIDE: readonly ParamDefinition['type'][] = ['table', 'formula', 'list'];

const UNKNOWN: Pick<StepDefinition, 'label' | 'help' | 'params'> = {
  label: '',
  help: '',
  params: {},
};

/** Says `step` with `{ step, typed }`, `move` with `{ by }`, and `remove`. */
export default class MappingStep extends LightningElement {
  @api step!: Step;
  /** From 0. */
  @api position = 0;
  @api isLast = false;
  @api choices: Choice[] = [];
  @api values: readonly { value: string; label: string }[] = [];
  /** The sample's value after this step. */
  @api after = '';
  @api hasSample = false;
  @api problem = '';
  @api readOnly = false;
  labels = labels;

  /** The first thing to fill in; of a step without parameters, its own buttons. */
  @api focus(): void {
    const first = this.template?.querySelector<HTMLElement>('c-mapping-param');
    (first ?? this.template?.querySelector<HTMLElement>('[data-id="remove"]'))?.focus();
  }

  get definition(): typeof UNKNOWN {
    return STEPS[this.step.step] ?? { ...UNKNOWN, label: this.step.step };
  }

  get name(): string {
    return fill(labels.stepNumber, this.position + 1, this.definition.label);
  }

  get mayEdit(): boolean {
    return !this.readOnly;
  }

  get isFirst(): boolean {
    return this.position === 0;
  }

  get upText(): string {
    return fill(labels.stepUp, this.definition.label);
  }

  get downText(): string {
    return fill(labels.stepDown, this.definition.label);
  }

  get removeText(): string {
    return fill(labels.stepRemove, this.definition.label);
  }

  get hasParams(): boolean {
    return Object.keys(this.definition.params).length > 0;
  }

  get params() {
    const given = this.step as unknown as Record<string, unknown>;
    return Object.entries(this.definition.params).map(([name, definition]) => ({
      ...{ name, definition, value: given[name] },
      className: WIDE.includes(definition.type) ? 'wide' : '',
    }));
  }

  get isAfterShown(): boolean {
    return this.hasSample && this.problem === '';
  }

  get afterText(): string {
    return this.after || labels.blank;
  }

  handleParam(event: CustomEvent<{ name: string; value: unknown; typed: boolean }>): void {
    const { name, value, typed } = event.detail;
    const step = { ...this.step, [name]: value };
    this.dispatchEvent(new CustomEvent('step', { detail: { step, typed } }));
  }

  handleMove(event: Event): void {
    const by = Number((event.currentTarget as HTMLElement).dataset.by);
    this.dispatchEvent(new CustomEvent('move', { detail: { by } }));
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent('remove'));
  }
}
