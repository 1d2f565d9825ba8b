import { readDecimal } from '../records/decimal.ts';
import { JsonNumber } from '../records/json.ts';
import { refuse } from '../records/refusal.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import type { Field, ObjectType, Schema } from '../schema/model.ts';
import { isInput, type Input } from './context.ts';
import { kindOf } from './kinds.ts';
import { RANGES } from './shared-types.ts';

const COMPARISONS: Record<string, string> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  gt: '>',
  lte: '<=',
  gte: '>=',
  like: 'LIKE',
  in: 'IN',
  nin: 'NOT IN',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES',
};

/** A filter as the condition of a query; empty when it asks for nothing. */
export function filterText(schema: Schema, object: ObjectType, filter: unknown, path = ''): string {
  if (!isInput(filter)) return '';
  const parts = Object.entries(filter).map(([key, value]) => {
    if (key === 'and' || key === 'or') {
      const inner = [value].flat().map((one) => filterText(schema, object, one, path));
      return join(inner, key.toUpperCase());
    }
    const inner = key === 'not' ? filterText(schema, object, value, path) : '';
    if (key === 'not') return inner && `(NOT ${inner})`;
    const field = schema.field(object, key);
    if (field) return conditions(schema, field, `${path}${field.name}`, value);
    return parentText(schema, object, key, value, path);
  });
  return join(parts, 'AND');
}

function join(parts: string[], word: string): string {
  const given = parts.filter(Boolean);
  return given.length > 0 ? `(${given.join(` ${word} `)})` : '';
}

function parentText(
  schema: Schema,
  object: ObjectType,
  name: string,
  value: unknown,
  path: string,
): string {
  const [first = ''] = schema.relationship(object, name)?.referenceTo ?? [];
  const parent = schema.object(first);
  if (!parent || !isInput(value)) return '';
  // Where the parent may be of several kinds, its conditions stand below the kind, or below `Name`.
  const parts = Object.entries(value).map(([key, inner]) => {
    const isKind = key === first || (key === 'Name' && !isOperators(inner));
    return filterText(schema, parent, isKind ? inner : { [key]: inner }, `${path}${name}.`);
  });
  return join(parts, 'AND');
}

/** Whether this compares a field called Name, rather than standing for any parent's name. */
function isOperators(value: unknown): boolean {
  return isInput(value) && Object.keys(value).every((key) => key in COMPARISONS);
}

function conditions(schema: Schema, field: Field, path: string, operators: unknown): string {
  if (!isInput(operators)) return '';
  const parts = Object.entries(operators).map(([operator, value]) => {
    if (operator === 'inq') return `${path} IN ${subquery(schema, value)}`;
    if (operator === 'ninq') return `${path} NOT IN ${subquery(schema, value)}`;
    const sign = COMPARISONS[operator];
    if (sign === undefined) return functionText(operator, path, value);
    if (!Array.isArray(value)) {
      const isList = operator === 'in' || operator === 'nin';
      return `${path} ${sign} ${isList ? `(${literal(field, value)})` : literal(field, value)}`;
    }
    return `${path} ${sign} (${value.map((one) => literal(field, one)).join(', ')})`;
  });
  return join(parts, 'AND');
}

/** `CALENDAR_YEAR: { value: { eq: 2026 } }` */
function functionText(name: string, path: string, value: unknown): string {
  const operators = isInput(value) && isInput(value.value) ? value.value : {};
  const parts = Object.entries(operators).map(([operator, operand]) => {
    const operands = [operand].flat().map(decimal).join(', ');
    const text = Array.isArray(operand) ? `(${operands})` : operands;
    return `${name}(${path}) ${COMPARISONS[operator] ?? ''} ${text}`;
  });
  return join(parts, 'AND');
}

function subquery(schema: Schema, value: unknown): string {
  const { ApiName: field, ...objects } = isInput(value) ? value : ({} as Input);
  const [name = '', ...others] = Object.keys(objects);
  const object = schema.object(name);
  const selected = object && typeof field === 'string' ? schema.field(object, field) : undefined;
  if (!object || !selected || others.length > 0) {
    throw refuse(
      'MALFORMED_QUERY',
      'A semi-join names one object with its filter, and in ApiName the field to compare with',
    );
  }
  const where = filterText(schema, object, objects[name]);
  return `(SELECT ${selected.name} FROM ${object.name}${where ? ` WHERE ${where}` : ''})`;
}

function literal(field: Field, value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof JsonNumber || typeof value === 'number') return decimal(value);
  return isInput(value) ? timeText(field, value) : 'null';
}

function timeText(field: Field, input: Input): string {
  const given = Object.entries(input).filter(([, value]) => value !== null);
  const [[key, value] = ['', null], ...others] = given;
  if (given.length === 0) return 'null';
  if (others.length > 0) {
    throw refuse('MALFORMED_QUERY', 'Give a date as one of value, literal and range');
  }
  if (key === 'range') {
    const [[name, count] = ['', 0], ...more] = Object.entries(value as Input);
    if (more.length > 0) throw refuse('MALFORMED_QUERY', 'A range has one unit only');
    return `${RANGES[name] ?? name}:${String(count)}`;
  }
  if (key === 'literal' || kindOf(field) === 'Date') return String(value);
  const colon = String(value).replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  return wholeSeconds(new Date(colon)).replace('.000Z', 'Z');
}

function decimal(value: unknown): string {
  const source = value instanceof JsonNumber ? value.source : String(value);
  return readDecimal(source) ?? 'null';
}

export function quoted(text: string): string {
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
  return `'${escaped}'`;
}
