import { compareDecimals } from '../records/decimal.ts';
import type { Value } from '../records/row.ts';
import { isNumber, type Field } from '../schema/model.ts';
import type { Span } from './date-literals.ts';
import type { Operand } from './literals.ts';

/** The order of two values that are not null: by size, time, or letters in any case. */
export function compareValues(field: Field, one: Value, other: Value): number {
  if (typeof one === 'boolean' || typeof other === 'boolean') return Number(one) - Number(other);
  if (one === null || other === null) return 0;
  if (isNumber(field.type)) return compareDecimals(one, other);
  if (field.type === 'picklist' && field.picklist.includes(one) && field.picklist.includes(other)) {
    return field.picklist.indexOf(one) - field.picklist.indexOf(other);
  }
  return compareText(fold(field, one), fold(field, other));
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Text is the same in any case, unless the field was made to tell the cases apart. */
export function fold(field: Field, text: string): string {
  const keepsCase = field.caseSensitive || field.type === 'id' || field.type === 'reference';
  return keepsCase ? text : text.toLowerCase();
}

function isSpan(operand: Operand): operand is Span {
  return typeof operand === 'object' && operand !== null;
}

export function isEqual(field: Field, value: Value, operand: Operand): boolean {
  if (isSpan(operand)) return inSpan(value, operand) === 0;
  if (value === null || operand === null) return value === operand;
  if (typeof value === 'boolean' || typeof operand === 'boolean') return value === operand;
  if (isNumber(field.type)) return compareDecimals(value, operand) === 0;
  return fold(field, value) === fold(field, operand);
}

/** -1 before the span, 0 within, 1 after it. */
function inSpan(value: Value, { start, end }: Span): number {
  if (typeof value !== 'string') return Number.NaN;
  const time = Date.parse(value);
  if (time < start.getTime()) return -1;
  return time < end.getTime() ? 0 : 1;
}

/** Like compareValues; NaN when there is nothing to compare, which no operator accepts. */
export function compareWith(field: Field, value: Value, operand: Operand): number {
  if (isSpan(operand)) return inSpan(value, operand);
  if (value === null || operand === null) return Number.NaN;
  if (typeof value === 'string' && typeof operand === 'string' && field.type === 'picklist') {
    return compareText(fold(field, value), fold(field, operand));
  }
  return compareValues(field, value, operand);
}

/** `%` stands for any text, `_` for one character; a backslash takes their meaning away. */
export function likePattern(text: string): RegExp {
  const source = text.replace(/\\([%_])|[%_]|[\\^$.*+?()[\]{}|/-]/g, (sign, escaped?: string) => {
    if (escaped) return escaped;
    if (sign === '%') return '.*';
    return sign === '_' ? '.' : `\\${sign}`;
  });
  return new RegExp(`^${source}$`, 'is');
}
