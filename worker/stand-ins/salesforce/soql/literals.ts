import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import { readDecimal } from '../records/decimal.ts';
import { normaliseId } from '../records/ids.ts';
import { refuse } from '../records/refusal.ts';
import { isNumber, type Field } from '../schema/model.ts';
import type { Scope } from './columns.ts';
import { complainAt } from './complain.ts';
import { spanOf, type Span } from './date-literals.ts';

/** What a field is compared with: a value as it is kept, a span of time, or nothing. */
export type Operand = string | boolean | null | Span;

/** Reads a literal of the query for a comparison with this field. Throws when the types differ. */
export function readLiteral(
  scope: Scope,
  field: Field,
  text: string,
  type: LiteralType | undefined,
): Operand {
  if (type === 'NULL') return null;
  if (type === 'STRING') return readText(scope, field, unquote(text), text);
  if (type === 'BOOLEAN' && field.type === 'boolean') return text.toUpperCase() === 'TRUE';
  if ((type === 'INTEGER' || type === 'DECIMAL') && isNumber(field.type)) {
    return readDecimal(text) ?? null;
  }
  const isTime = field.type === 'date' || field.type === 'datetime';
  if (isTime && (type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL')) {
    return spanOf(text, scope.org.clock.now());
  }
  if (type === 'DATE' && field.type === 'date') return text;
  if (type === 'DATETIME' && field.type === 'datetime') return instant(text);
  throw mismatch(scope, field, text, 'should');
}

function readText(scope: Scope, field: Field, text: string, source: string): string | null {
  const takesText = !isNumber(field.type) && !['boolean', 'date', 'datetime'].includes(field.type);
  if (!takesText) throw mismatch(scope, field, source, 'should not');
  if (text === '') return null;
  if (field.type !== 'id' && field.type !== 'reference') return text;
  const id = normaliseId(text);
  if (!id) throw refuse('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
  return id;
}

function instant(text: string): string {
  const time = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(time.getTime())) throw refuse('MALFORMED_QUERY', `Invalid datetime: ${text}`);
  return time.toISOString();
}

function mismatch(scope: Scope, field: Field, text: string, quotes: string): Error {
  const type = field.type === 'datetime' ? 'dateTime' : field.type;
  return complainAt(
    scope.soql,
    text,
    'INVALID_FIELD',
    `value of filter criterion for field '${field.name}' must be of type ${type} and ${quotes} be ` +
      'enclosed in quotes',
  );
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text inside the quotes, its escapes undone except those that only LIKE understands. */
export function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(.)/gs, (whole, sign: string) =>
      sign === '%' || sign === '_' ? whole : (ESCAPES[sign] ?? sign),
    );
}
