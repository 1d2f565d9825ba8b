import { readDecimal } from '../records/decimal.ts';
import { isNumber, type Field } from '../schema/model.ts';
import { badParameter } from './refusals.ts';
import { likeText, quoted, together } from './soql-text.ts';

/** A condition of a list view, as its metadata words it. */
export interface Filter {
  /** Null: the user may not see it. */
  field: Field | null;
  /** Where the value is found: `Total__c`, `Contact__r.Name`. */
  path: string;
  operation: string;
  value: string;
}

const OPERATORS: Record<string, string> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

/** The condition in SOQL. Values are parted by commas, and any of them will do. */
export function filterSoql({ field, path, operation, value }: Filter): string {
  // Without this filter the list would show more than it promises.
  if (!field) throw badParameter(`The list filters by a field you cannot see: ${path}`);
  const values = value
    .split(',')
    .map((part) => part.trim().replace(/^"(.*)"$/, '$1'))
    .filter(Boolean);
  if (values.length === 0) return emptiness(path, operation);
  if (operation === 'includes' || operation === 'excludes') {
    return `${path} ${operation.toUpperCase()} (${values.map(quoted).join(', ')})`;
  }
  const texts: Record<string, (one: string) => string> = {
    contains: (one) => `${path} LIKE ${likeText('%', one, '%')}`,
    startsWith: (one) => `${path} LIKE ${likeText('', one, '%')}`,
    notContain: (one) => `(NOT ${path} LIKE ${likeText('%', one, '%')})`,
  };
  const negative = operation === 'notEqual' || operation === 'notContain';
  const conditions = values.map(
    texts[operation] ?? ((one) => compare(field, path, operation, one)),
  );
  return together(conditions, negative ? 'AND' : 'OR') ?? '';
}

/** Without a value a filter asks whether there is anything at all. */
function emptiness(path: string, operation: string): string {
  if (operation === 'equals') return `${path} = null`;
  if (operation === 'notEqual') return `${path} != null`;
  throw badParameter(`A filter that ${operation} nothing is none: ${path}`);
}

function compare(field: Field, path: string, operation: string, value: string): string {
  const operator = OPERATORS[operation];
  if (!operator)
    throw badParameter(`The local org does not know the filter operation ${operation}`);
  if (field.type === 'date' || field.type === 'datetime') {
    return compareTime(field, path, operator, value);
  }
  if (field.type === 'boolean') {
    return `${path} ${operator} ${String(/^(1|true|yes)$/i.test(value))}`;
  }
  if (isNumber(field.type)) {
    const number = readDecimal(value);
    if (number === undefined) throw badParameter(`${value} is no number to compare ${path} with`);
    return `${path} ${operator} ${number}`;
  }
  return `${path} ${operator} ${quoted(value)}`;
}

const LITERAL = /^[A-Z]+(_[A-Z0-9]+)*(:\d+)?$/;

/** A day is a whole day also where times are compared; a literal such as TODAY goes as it is. */
function compareTime(field: Field, path: string, operator: string, value: string): string {
  const literal = value.toUpperCase().replace(/ /g, '_');
  if (LITERAL.test(literal)) return `${path} ${operator} ${literal}`;
  const day = dayOf(value);
  if (field.type === 'date') return `${path} ${operator} ${day}`;
  const [start, end] = [`${day}T00:00:00Z`, `${day}T23:59:59Z`];
  if (operator === '=') return `${path} >= ${start} AND ${path} <= ${end}`;
  if (operator === '!=') return `${path} < ${start} OR ${path} > ${end}`;
  return `${path} ${operator} ${operator === '>' || operator === '<=' ? end : start}`;
}

/** `8/21/2026`, as metadata writes days in English, or `2026-08-21`. */
function dayOf(value: string): string {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : value;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) throw badParameter(`${value} is no day to compare with`);
  return iso;
}
