import { LightningElement, api } from 'lwc';
import type { Condition, FieldDescribe, ObjectDescribe, Row, Rule } from 'c/mappingEngine';
import { isOfPerson } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { pathChoices, ruleText, type Choice } from 'c/mappingView';
import { defaultOf, factsOf, fieldChoices, typedField } from './fieldFacts';

const RULES: readonly Rule[] = ['always', 'onCreate', 'ifBlank'];
const RULE_HELPS: Readonly<Record<Rule, string>> = {
  always: labels.ruleAlwaysHelp,
  onCreate: labels.ruleOnCreateHelp,
  ifBlank: labels.ruleIfBlankHelp,
};
const MOST_VALUES = 12;

/** Says `row` with what changed. */
export default class MappingDestination extends LightningElement {
  @api row!: Row;
  @api object = '';
  @api describe?: ObjectDescribe;
  @api choices: Choice[] = [];
  @api engagement = '';
  @api readOnly = false;
  labels = labels;
  free = typedField;
  rules = RULES.map((value) => ({ value, label: ruleText(value) }));

  get field(): FieldDescribe | undefined {
    return this.describe?.fields.find(({ name }) => name === this.row.target);
  }

  get fieldChoices(): Choice[] {
    return fieldChoices(this.describe, this.row);
  }

  get facts(): string[] | undefined {
    return this.field && factsOf(this.field);
  }

  get isUnknown(): boolean {
    return this.describe !== undefined && this.row.target !== '' && !this.field;
  }

  get valuesText(): string {
    const values = this.field?.values ?? [];
    if (values.length === 0) return '';
    const shown = values.slice(0, MOST_VALUES).map(({ label }) => label);
    return fill(labels.values, shown.join(', ') + (values.length > MOST_VALUES ? ', …' : ''));
  }

  get ruleHelp(): string {
    return RULE_HELPS[this.row.rule] ?? '';
  }

  get paths(): Choice[] {
    return pathChoices(this.choices);
  }

  /** Fields of few values have their default chosen. */
  get isListed(): boolean {
    return this.field?.type === 'boolean' || (this.field?.values?.length ?? 0) > 0;
  }

  get defaults(): { value: string; label: string }[] {
    const none = { value: '', label: labels.defaultNone };
    if (this.field?.type === 'boolean')
      return [none, { value: 'true', label: labels.yes }, { value: 'false', label: labels.no }];
    const values = this.field?.values ?? [];
    const given = this.defaultText;
    const own = given && !values.some(({ value }) => value === given);
    return [none, ...(own ? [{ value: given, label: given }] : []), ...values];
  }

  get defaultText(): string {
    return String(this.row.default ?? '');
  }

  get isPerson(): boolean {
    return isOfPerson(this.object, this.row.target);
  }

  get mayNotClear(): boolean {
    return this.readOnly || (this.isPerson && !this.row.clearWhenBlank);
  }

  get clearText(): string {
    if (this.isPerson) return labels.clearPerson;
    return this.row.clearWhenBlank ? labels.clearWarning : '';
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.say({ target: event.detail.value });
  }

  handleRule(event: CustomEvent<{ value: Rule }>): void {
    this.say({ rule: event.detail.value });
  }

  handleDefault(event: CustomEvent<{ value: string }>): void {
    this.say({ default: defaultOf(event.detail.value, this.field) });
  }

  handleTypedDefault(event: CustomEvent<{ value: string }>): void {
    this.say({ default: defaultOf(event.detail.value, this.field) }, true);
  }

  handleCondition(event: CustomEvent<{ condition?: Condition; typed: boolean }>): void {
    const { condition, typed } = event.detail;
    this.say({ condition }, typed);
  }

  handleClear(event: CustomEvent<{ checked: boolean }>): void {
    this.say({ clearWhenBlank: event.detail.checked || undefined });
  }

  private say(changes: Partial<Row>, typed = false): void {
    this.dispatchEvent(new CustomEvent('row', { detail: { changes, typed } }));
  }
}
