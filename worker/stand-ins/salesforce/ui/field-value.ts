import { userRow } from '../oauth/token.ts';
import type { Caller, Org } from '../org.ts';
import { canRead } from '../records/sharing.ts';
import { rawNumber } from '../records/json.ts';
import { textOf, type Row } from '../records/row.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { isNumber } from '../schema/model.ts';
import { formatDate, formatInstant, formatMoney } from './format.ts';

export interface FieldValue {
  /** The text a person is shown; null where the value itself is what is shown. */
  displayValue: string | null;
  value: unknown;
}

/** A field of a record as the UI API and GraphQL answer it. Rights are the caller's to check. */
export function fieldValue(
  org: Org,
  caller: Caller,
  object: ObjectType,
  field: Field,
  row: Row,
): FieldValue {
  return {
    displayValue: displayValue(org, caller, object, field, row),
    value: rawValue(field, row),
  };
}

/** The value as it is: numbers as JSON numbers with every digit, times as `2026-08-21T10:15:30.000Z`. */
export function rawValue(field: Field, row: Row): unknown {
  const value = row[field.name] ?? null;
  if (value === null) return field.type === 'boolean' ? false : null;
  return typeof value === 'string' && isNumber(field.type) ? rawNumber(value) : value;
}

/**
 * The formatted text beside a value: money, dates in the user's time zone, labels of picklists. As on
 * the platform nothing else has one: plain numbers and percentages are formatted by who shows them,
 * and the name of what an id points at stands with the relationship, see `parentName`.
 */
export function displayValue(
  org: Org,
  caller: Caller,
  _object: ObjectType,
  field: Field,
  row: Row,
): string | null {
  const value = textOf(row, field.name);
  if (value === undefined) return null;
  switch (field.type) {
    case 'currency':
      return formatMoney(value, field.scale, textOf(row, 'CurrencyIsoCode') ?? 'USD');
    case 'date':
      return formatDate(value);
    case 'datetime':
      return formatInstant(value, timeZoneOf(org, caller));
    case 'picklist':
      return labelOf(field, value);
    case 'multipicklist':
      return value
        .split(';')
        .map((choice) => labelOf(field, choice))
        .join(';');
    default:
      return null;
  }
}

/** The name of the record a reference points at; null when there is none the caller may see. */
export function parentName(org: Org, caller: Caller, field: Field, row: Row): string | null {
  const found = parentOf(org, caller, field, row);
  const name = found?.object.fields.find(({ nameField }) => nameField);
  if (!found || !name || !caller.rights.canSee(found.object, name)) return null;
  return textOf(found.row, name.name) ?? null;
}

/** The living record a reference points at, when the caller may see it. */
export function parentOf(
  org: Org,
  caller: Caller,
  field: Field,
  row: Row,
): { object: ObjectType; row: Row } | undefined {
  const id = textOf(row, field.name);
  const object = id === undefined ? undefined : org.schema.byKeyPrefix(id.slice(0, 3));
  if (id === undefined || !object || !caller.rights.may('read', object)) return undefined;
  const parent = org.database.table(object).get(id);
  if (!parent || parent.IsDeleted === true || !canRead(org, caller, object, parent))
    return undefined;
  return { object, row: parent };
}

export function labelOf(field: Field, value: string): string {
  return field.picklistLabels?.get(value) ?? value;
}

function timeZoneOf(org: Org, caller: Caller): string {
  return textOf(userRow(org, caller.userId), 'TimeZoneSidKey') ?? 'GMT';
}
