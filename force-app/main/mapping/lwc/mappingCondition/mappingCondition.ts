import { LightningElement, api } from 'lwc';
import type { Condition, Test } from 'c/mappingEngine';
import { TEST_OPERATORS } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';
import { typedSource, type Choice } from 'c/mappingView';

const OPERATORS: Readonly<Record<Test['is'], string>> = {
  blank: labels.operatorBlank,
  present: labels.operatorPresent,
  equal: labels.operatorEqual,
  different: labels.operatorDifferent,
  oneOf: labels.operatorOneOf,
  above: labels.operatorAbove,
  below: labels.operatorBelow,
  contains: labels.operatorContains,
};

const NEW: Test = { path: '', is: 'present' };
const VALUELESS: readonly Test['is'][] = ['blank', 'present', 'oneOf'];

/** Says `condition` with `{ condition, typed }`; undefined when there is none. */
export default class MappingCondition extends LightningElement {
  @api condition?: Condition;
  @api choices: Choice[] = [];
  @api readOnly = false;
  labels = labels;
  free = typedSource;
  kinds = [
    { value: '', label: labels.conditionNone },
    { value: 'test', label: labels.conditionTest },
    { value: 'formula', label: labels.conditionFormula },
  ];
  operators = TEST_OPERATORS.map((value) => ({ value, label: OPERATORS[value] }));

  get kind(): string {
    if (!this.condition) return '';
    return 'formula' in this.condition ? 'formula' : 'test';
  }

  get isTest(): boolean {
    return this.kind === 'test';
  }

  get isFormula(): boolean {
    return this.kind === 'formula';
  }

  get test(): Test {
    return this.condition && !('formula' in this.condition) ? this.condition : NEW;
  }

  get formula(): string {
    return this.condition && 'formula' in this.condition ? this.condition.formula : '';
  }

  get takesValue(): boolean {
    return !VALUELESS.includes(this.test.is);
  }

  get takesValues(): boolean {
    return this.test.is === 'oneOf';
  }

  get valueText(): string {
    return String(this.test.value ?? '');
  }

  get valuesText(): string {
    return (this.test.values ?? []).join('\n');
  }

  handleKind(event: CustomEvent<{ value: string }>): void {
    const conditions: Record<string, Condition> = { test: NEW, formula: { formula: '' } };
    this.say(conditions[event.detail.value]);
  }

  handlePath(event: CustomEvent<{ value: string }>): void {
    this.say({ ...this.test, path: event.detail.value });
  }

  handleOperator(event: CustomEvent<{ value: Test['is'] }>): void {
    const { value: is } = event.detail;
    const { path, value, values } = this.test;
    if (is === 'oneOf') this.say({ path, is, values: values ?? [] });
    else this.say(VALUELESS.includes(is) ? { path, is } : { path, is, value: value ?? '' });
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    this.say({ ...this.test, value: event.detail.value }, true);
  }

  handleValues(event: CustomEvent<{ value: string }>): void {
    const values = event.detail.value.split('\n').map((line) => line.trim());
    this.say({ ...this.test, values: values.filter(Boolean) }, true);
  }

  handleFormula(event: CustomEvent<{ value: string }>): void {
    this.say({ formula: event.detail.value }, true);
  }

  private say(condition: Condition | undefined, typed = false): void {
    this.dispatchEvent(new CustomEvent('condition', { detail: { condition, typed } }));
  }
}
