import type { Field } from '../schema/model.ts';
import { isNumber } from '../schema/model.ts';
import { round, wholeDigits } from './decimal.ts';
import { normaliseId } from './ids.ts';
import { Refused, type Refusal } from './refusal.ts';
import type { Value } from './row.ts';

const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;
const WHOLE_NUMBER_DIGITS = 10;

/** The value as it is kept. Throws with the platform's words when the field cannot hold it. */
export function checkValue(field: Field, value: Value): Value {
  if (typeof value !== 'string') return value;
  if (isNumber(field.type)) return checkNumber(field, value);
  if (field.type === 'reference') return checkId(field, value);
  if (field.type === 'email' && !EMAIL.test(value)) {
    throw wrong(field, 'INVALID_EMAIL_ADDRESS', `invalid email address: ${value}`);
  }
  if (field.restricted && !choices(field, value).every((one) => field.picklist.includes(one))) {
    throw wrong(
      field,
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `bad value for restricted picklist field: ${value}`,
    );
  }
  if (field.length > 0 && value.length > field.length) {
    throw wrong(
      field,
      'STRING_TOO_LONG',
      `data value too large: ${value} (max length=${field.length})`,
    );
  }
  return value;
}

function choices(field: Field, value: string): string[] {
  return field.type === 'multipicklist' ? value.split(';') : [value];
}

function checkNumber(field: Field, value: string): string {
  const rounded = round(value, field.scale);
  const room = field.precision > 0 ? field.precision - field.scale : WHOLE_NUMBER_DIGITS;
  if (wholeDigits(rounded) > room) {
    throw wrong(
      field,
      'NUMBER_OUTSIDE_VALID_RANGE',
      `value outside of valid range on numeric field: ${value}`,
    );
  }
  return rounded;
}

function checkId(field: Field, value: string): string {
  const id = normaliseId(value);
  if (!id) throw wrong(field, 'MALFORMED_ID', `id value of incorrect type: ${value}`);
  return id;
}

function wrong(field: Field, code: string, message: string): Refused {
  const refusal: Refusal = { code, message: `${field.label}: ${message}`, fields: [field.name] };
  return new Refused([refusal]);
}
