import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { refuse } from '../records/refusal.ts';
import { field as makeField } from '../schema/define.ts';
import { resolveColumn, type Column, type Scope } from './columns.ts';
import { notImitated } from './complain.ts';

/** What a condition, an order or a grouping is about. */
export type Named = { field: string } | { fn: FunctionExp };
export type ColumnOf = (named: Named) => Column;

const DAY_MS = 24 * 60 * 60 * 1000;

const yearStart = (day: Date): number => Date.UTC(day.getUTCFullYear(), 0, 1);
const dayInYear = (day: Date): number => Math.floor((day.getTime() - yearStart(day)) / DAY_MS) + 1;
const quarter = (day: Date): number => Math.floor(day.getUTCMonth() / 3) + 1;

/** The fiscal year of the local org is the calendar's, its time zone UTC. */
const PARTS: Record<string, (day: Date) => number> = {
  CALENDAR_YEAR: (day) => day.getUTCFullYear(),
  CALENDAR_QUARTER: quarter,
  CALENDAR_MONTH: (day) => day.getUTCMonth() + 1,
  FISCAL_YEAR: (day) => day.getUTCFullYear(),
  FISCAL_QUARTER: quarter,
  FISCAL_MONTH: (day) => day.getUTCMonth() + 1,
  WEEK_IN_YEAR: (day) => Math.floor((dayInYear(day) - 1) / 7) + 1,
  WEEK_IN_MONTH: (day) => Math.floor((day.getUTCDate() - 1) / 7) + 1,
  DAY_IN_YEAR: dayInYear,
  DAY_IN_MONTH: (day) => day.getUTCDate(),
  DAY_IN_WEEK: (day) => day.getUTCDay() + 1,
  HOUR_IN_DAY: (day) => day.getUTCHours(),
};

/** Finds fields, and functions of dates, which behave like fields. */
export function plainColumns(scope: Scope): ColumnOf {
  return (named) =>
    'fn' in named ? resolveDateFunction(scope, named.fn) : resolveColumn(scope, named.field);
}

/** What `CALENDAR_YEAR(CreatedDate)` is in each row. Throws MALFORMED_QUERY for what is none. */
export function resolveDateFunction(scope: Scope, fn: FunctionExp): Column {
  const name = fn.functionName?.toUpperCase() ?? '';
  const part = PARTS[name];
  if (!part && name !== 'DAY_ONLY') throw notImitated(fn.functionName ?? 'a function');
  const column = resolveColumn(scope, argument(fn));
  const { type } = column.field;
  if (type !== 'date' && type !== 'datetime') {
    throw refuse('MALFORMED_QUERY', `field ${column.field.name} does not support ${name}`);
  }
  const label = `${name}(${column.field.name})`;
  return {
    steps: [],
    object: column.object,
    field: makeField(label, label, part ? 'int' : 'date'),
    value: (row) => {
      const time = column.value(row);
      if (typeof time !== 'string') return null;
      return part ? String(part(new Date(time))) : time.slice(0, 10);
    },
  };
}

/** The field inside; `convertTimezone` changes nothing where the user's time is UTC. */
function argument(fn: FunctionExp): string {
  const [parameter] = fn.parameters ?? [];
  if (typeof parameter === 'string') return parameter;
  if (parameter?.functionName?.toLowerCase() === 'converttimezone') return argument(parameter);
  throw notImitated(fn.rawValue ?? 'a function');
}
