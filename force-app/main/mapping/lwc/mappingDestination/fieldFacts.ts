import type { FieldDescribe, ObjectDescribe, Row } from 'c/mappingEngine';
import { isRequired } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { typeText, type Choice } from 'c/mappingView';

/** Fields that can be written, by label; the required ones first. */
export function fieldChoices(describe: ObjectDescribe | undefined, row: Row): Choice[] {
  const fields = (describe?.fields ?? []).filter(
    ({ name, createable, updateable }) => createable || updateable || name === row.target,
  );
  return fields
    .map((field) => ({ field, required: isRequired(field) }))
    .sort(
      (one, other) =>
        Number(other.required) - Number(one.required) ||
        one.field.label.localeCompare(other.field.label),
    )
    .map(({ field, required }) => ({
      ...{ value: field.name, label: field.label, meta: typeText(field) },
      detail: field.name === field.label ? '' : field.name,
      group: required ? labels.required : labels.toOthers,
    }));
}

/** A name that was typed: the fields may not be known yet. */
export function typedField(text: string): Choice | undefined {
  const name = text.trim();
  if (!/^[A-Za-z]\w{0,79}$/.test(name)) return undefined;
  return { value: name, label: fill(labels.toFree, name), detail: '', meta: '', group: '' };
}

/** What fits into a field, in a few words each. */
export function factsOf(field: FieldDescribe): string[] {
  const { unique, externalId, restricted } = field;
  return [
    typeText(field),
    isRequired(field) ? labels.required : '',
    unique ? labels.unique : '',
    externalId ? labels.externalId : '',
    restricted ? labels.restricted : '',
  ].filter(Boolean);
}

/** A default as JSON has it: numbers and checkboxes are not texts. */
export function defaultOf(
  text: string,
  field: FieldDescribe | undefined,
): string | number | boolean | undefined {
  if (text === '') return undefined;
  if (field?.type === 'boolean') return text === 'true';
  const isNumber = ['int', 'double', 'currency', 'percent'].includes(field?.type ?? '');
  const number = Number(text);
  return isNumber && Number.isFinite(number) && String(number) === text ? number : text;
}
