import { isRequired, type FieldDescribe, type ObjectDescribe } from '#mapping-engine';
import { STAMP_FIELD } from '../../deliver/row.ts';
import type { SentFields } from './sent.ts';
import type { Refusal } from './trial-record.ts';

const RIGHTS = 'Grant it to the worker’s user in a permission set.';

/**
 * What stands in the way of a write, from what the org says to the worker's own user: missing access
 * and required fields stop the record; values that do not fit are mended on the way.
 * @param same fields that get the value they have, which nobody refuses, not even of a master record
 */
export function refusalsOf(
  object: string,
  describe: ObjectDescribe | undefined,
  fields: SentFields,
  isNew: boolean,
  same: ReadonlySet<string> = new Set(),
): Refusal[] {
  if (!describe) {
    return [
      {
        code: 'no_object',
        what: `The worker’s user does not see ${object}.`,
        fix: RIGHTS,
      },
    ];
  }
  const known = new Map(describe.fields.map((field) => [field.name.toLowerCase(), field]));
  const refusals = [
    ...objectRefusals(describe, isNew),
    ...Object.entries(fields).flatMap(([name, value]) =>
      name === STAMP_FIELD || same.has(name)
        ? []
        : fieldRefusals(name, known.get(name.toLowerCase()), value, isNew),
    ),
  ];
  return isNew ? [...refusals, ...missingFields(describe, fields)] : refusals;
}

function objectRefusals({ object, createable, updateable }: ObjectDescribe, isNew: boolean) {
  if (isNew ? createable : updateable) return [];
  const what = `The worker’s user may not ${isNew ? 'create' : 'edit'} ${object}.`;
  return [{ code: 'no_access', what, fix: RIGHTS }];
}

function fieldRefusals(
  name: string,
  field: FieldDescribe | undefined,
  value: SentFields[string],
  isNew: boolean,
): Refusal[] {
  if (!field) {
    const what = `${name} is not there, or the worker’s user does not see it.`;
    return [{ code: 'no_field', field: name, what, fix: `${RIGHTS} Or take its row off.` }];
  }
  if (!(isNew ? field.createable : field.updateable) && !isKey(field)) {
    const what = `The worker’s user may not write ${field.label} (${name}).`;
    return [{ code: 'no_access', field: name, what, fix: RIGHTS }];
  }
  return valueRefusals(field, value);
}

/** A record is found by it; Salesforce takes the value where it makes the record. */
function isKey({ externalId, idLookup }: FieldDescribe): boolean {
  return externalId === true || idLookup === true;
}

function valueRefusals(field: FieldDescribe, value: SentFields[string]): Refusal[] {
  const { name, label, length = 0, values, restricted, precision = 0, scale = 0 } = field;
  if (value === null) {
    if (field.nillable || field.type === 'boolean') return [];
    const what = `${label} must not be empty.`;
    return [{ code: 'required', field: name, what, fix: 'Give its row a default.' }];
  }
  if (typeof value === 'string' && length > 0 && value.length > length && isText(field)) {
    const what = `${label} takes ${length} characters; the value has ${value.length} and would be cut.`;
    return [{ code: 'too_long', field: name, what, fix: 'Add the step that truncates.' }];
  }
  if (
    restricted &&
    values &&
    !String(value)
      .split(';')
      .every((one) => isOne(values, one))
  ) {
    const what = `${label} takes only the values of its picklist; this one would be left out.`;
    return [{ code: 'not_a_value', field: name, what, fix: 'Add a value table to its row.' }];
  }
  if (precision > 0 && Math.abs(Number(value)) >= 10 ** (precision - scale)) {
    const what = `${label} takes ${precision - scale} digits before the point.`;
    return [{ code: 'too_large', field: name, what, fix: 'Check the row, or widen the field.' }];
  }
  return [];
}

function isText({ type }: FieldDescribe): boolean {
  return ['string', 'textarea', 'email', 'phone', 'url', 'encryptedstring'].includes(type);
}

function isOne(values: { value: string }[], value: string): boolean {
  return values.some((one) => one.value === value);
}

function missingFields({ fields: all }: ObjectDescribe, given: SentFields): Refusal[] {
  const names = new Set(
    Object.entries(given).flatMap(([name, value]) => (value === null ? [] : name.toLowerCase())),
  );
  return all
    .filter((field) => isRequired(field) && !names.has(field.name.toLowerCase()))
    .map(({ name, label }) => ({
      ...{
        code: 'required',
        field: name,
        what: `${label} (${name}) is required and has no value.`,
      },
      fix: 'Give it a row, or a default.',
    }));
}
