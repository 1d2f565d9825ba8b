import { LightningElement, api } from 'lwc';
import { compileFormula, FormulaError } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { whereIn } from 'c/mappingView';

/** Says `formula` with `{ value }` at every keystroke. */
export default class MappingFormula extends LightningElement {
  @api label = '';
  @api value = '';
  @api readOnly = false;
  labels = labels;

  @api focus(): void {
    this.template?.querySelector<HTMLElement>('lightning-textarea')?.focus();
  }

  get error(): FormulaError | undefined {
    if (this.value.trim() === '') return undefined;
    try {
      compileFormula(this.value);
      return undefined;
    } catch (error) {
      return error as FormulaError;
    }
  }

  get problem(): string {
    const { error } = this;
    if (!error) return '';
    const { line, column } = whereIn(this.value, error.at ?? 0);
    return fill(labels.formulaAt, line, column, error.message);
  }

  get fix(): string {
    return this.error?.fix ?? '';
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.dispatchEvent(new CustomEvent('formula', { detail: { value } }));
  }
}
