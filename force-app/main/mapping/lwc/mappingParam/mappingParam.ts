import { LightningElement, api } from 'lwc';
import type { ParamDefinition } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';
import { typedPath, type Choice } from 'c/mappingView';

/** Says `param` with `{ name, value, typed }`; a value that is undefined is left out of the step. */
export default class MappingParam extends LightningElement {
  @api name = '';
  @api definition!: ParamDefinition;
  @api value: unknown;
  /** Of a path. */
  @api choices: Choice[] = [];
  /** What the field takes: offered where a table gives a value. */
  @api values: readonly { value: string; label: string }[] = [];
  @api readOnly = false;
  labels = labels;
  free = typedPath;

  @api focus(): void {
    this.template?.querySelector<HTMLElement>('[data-field]')?.focus();
  }

  get is(): Partial<Record<ParamDefinition['type'], boolean>> {
    return { [this.definition.type]: true };
  }

  get text(): string {
    return this.value === undefined || this.value === null ? '' : String(this.value);
  }

  get defaultText(): string {
    return String(this.definition.default ?? '');
  }

  get isOn(): boolean {
    return (this.value ?? this.definition.default) === true;
  }

  get choice(): string {
    return this.text || this.defaultText;
  }

  get options(): { value: string; label: string }[] {
    const none = this.definition.required || this.definition.default !== undefined;
    const options = (this.definition.choices ?? []).map((value) => ({ value, label: value }));
    return none ? options : [{ value: '', label: labels.notUsed }, ...options];
  }

  get pathOptions(): Choice[] {
    if (this.definition.required) return this.choices;
    const none = { value: '', label: labels.notUsed, detail: '', meta: '', group: '' };
    return [none, ...this.choices];
  }

  get lines(): string {
    return Array.isArray(this.value) ? this.value.join('\n') : '';
  }

  get table(): Readonly<Record<string, string>> {
    return (this.value ?? {}) as Record<string, string>;
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    // An empty text may be meant: what is found is replaced by nothing.
    const isAbsent = value === '' && (this.definition.min ?? 0) > 0;
    this.say(isAbsent || (value === '' && !this.definition.required) ? undefined : value, true);
  }

  handleInteger(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.say(value === '' ? undefined : Number(value), true);
  }

  handleBoolean(event: CustomEvent<{ checked: boolean }>): void {
    this.say(event.detail.checked);
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.say(event.detail.value || undefined);
  }

  handleLines(event: CustomEvent<{ value: string }>): void {
    const lines = event.detail.value.split('\n').map((line) => line.trim());
    this.say(lines.filter(Boolean), true);
  }

  handleFormula(event: CustomEvent<{ value: string }>): void {
    this.say(event.detail.value, true);
  }

  handleTable(event: CustomEvent<{ table: Record<string, string>; typed: boolean }>): void {
    this.say(event.detail.table, event.detail.typed);
  }

  private say(value: unknown, typed = false): void {
    const { name } = this;
    this.dispatchEvent(new CustomEvent('param', { detail: { name, value, typed } }));
  }
}
