import type { Field } from '../schema/model.ts';
import { isNumber } from '../schema/model.ts';
import { readDecimal } from './decimal.ts';
import { JsonNumber, tokenName, type JsonValue } from './json.ts';
import { refuse } from './refusal.ts';
import type { Value } from './row.ts';

/**
 * Reads one value of a JSON body as the field's type demands; numbers may come as text. Throws
 * JSON_PARSER_ERROR, which ends the whole request: the platform reads all before it works on any.
 */
export function parseValue(field: Field, value: JsonValue): Value {
  if (value === null) return field.type === 'boolean' ? false : null;
  if (isNumber(field.type)) return parseNumber(field, value);
  if (field.type === 'boolean') return parseBoolean(value);
  if (typeof value !== 'string') throw wrongType('string', value);
  // White space at the ends goes, and what is empty then is nothing.
  const trimmed = value.trim();
  if (trimmed === '') return null;
  if (field.type === 'date') return parseDate(trimmed);
  if (field.type === 'datetime') return parseDateTime(trimmed);
  return trimmed;
}

function parseNumber(field: Field, value: JsonValue): string | null {
  if (typeof value === 'string' && value.trim() === '') return null;
  const source = value instanceof JsonNumber ? value.source : value;
  const decimal = typeof source === 'string' ? readDecimal(source.trim()) : undefined;
  if (decimal === undefined) throw wrongType(field.type === 'int' ? 'int' : 'double', value);
  return decimal;
}

function parseBoolean(value: JsonValue): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) {
    return value.toLowerCase() === 'true';
  }
  throw wrongType('boolean', value);
}

function parseDate(text: string): string {
  const day = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text)?.[1];
  const time = day ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (!day || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw wrongType('date', text);
  }
  return day;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

function parseDateTime(text: string): string {
  const colon = text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const time = INSTANT.test(text) ? Date.parse(colon) : Number.NaN;
  if (Number.isNaN(time)) throw wrongType('datetime', text);
  return wholeSeconds(new Date(time));
}

// The rows of one call are stamped within the same second, and writing it out is not cheap.
let latest = { second: Number.NaN, text: '' };

/** The platform keeps no fractions of a second. */
export function wholeSeconds(time: Date): string {
  const second = Math.floor(time.getTime() / 1000);
  if (second !== latest.second) {
    latest = { second, text: new Date(second * 1000).toISOString() };
  }
  return latest.text;
}

function wrongType(type: string, value: JsonValue): Error {
  const shown = value instanceof JsonNumber ? value.source : value;
  const text = typeof shown === 'object' ? JSON.stringify(shown) : String(shown);
  return refuse(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${type} from ${tokenName(value)} value ${text} or request may ` +
      'be missing a required field',
  );
}
