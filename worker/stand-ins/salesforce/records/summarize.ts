import type { Org } from '../org.ts';
import { isNumber, type Field, type Summary } from '../schema/model.ts';
import { compareValues, fold } from '../soql/compare.ts';
import { valueOf } from '../formula/run.ts';
import { sum } from './decimal.ts';
import type { Row, Value } from './row.ts';

/** What a roll-up field says of the living detail rows of this record. */
export function summarize(org: Org, field: Field, summary: Summary, row: Row): Value {
  const child = org.schema.object(summary.child);
  if (!child) return null;
  const filters = summary.filters.map(({ field: name, operation, value }) => {
    const filtered = org.schema.field(child, name);
    return (one: Row) => !filtered || passes(filtered, valueOf(filtered, one), operation, value);
  });
  const rows = org.database
    .table(child)
    .find(summary.reference, row.Id)
    .filter((one) => one.IsDeleted !== true && filters.every((filter) => filter(one)));
  if (summary.operation === 'count') return String(rows.length);
  const source = org.schema.field(child, summary.summarized ?? '');
  const values = source ? rows.map((one) => valueOf(source, one)).filter(isGiven) : [];
  if (summary.operation === 'sum') return sum(values);
  const sign = summary.operation === 'min' ? 1 : -1;
  const [first = null] = values.sort((one, other) => sign * compareValues(field, one, other));
  return first;
}

const isGiven = (value: Value): value is string => typeof value === 'string';

type Test = (own: string, choice: string, field: Field) => boolean;

const order: (field: Field, own: string, choice: string) => number = (field, own, choice) =>
  own === '' ? Number.NaN : compareValues(field, own, choice);
const isSame: Test = (own, choice, field) => {
  if (field.type === 'boolean') return own === (choice === '1' ? 'true' : choice.toLowerCase());
  if (isNumber(field.type) && own !== '' && choice !== '') return Number(own) === Number(choice);
  return fold(field, own) === fold(field, choice);
};
const holds: Test = (own, choice, field) => fold(field, own).includes(fold(field, choice));
const chooses: Test = (own, choice) => own.split(';').includes(choice);

/** What each operation of a filter asks of a value and one of its alternatives. */
const TESTS: Record<string, Test> = {
  equals: isSame,
  contains: holds,
  includes: chooses,
  startsWith: (own, choice, field) => fold(field, own).startsWith(fold(field, choice)),
  lessThan: (own, choice, field) => order(field, own, choice) < 0,
  lessOrEqual: (own, choice, field) => order(field, own, choice) <= 0,
  greaterThan: (own, choice, field) => order(field, own, choice) > 0,
  greaterOrEqual: (own, choice, field) => order(field, own, choice) >= 0,
};
const OPPOSITES: Record<string, Test> = {
  notEqual: isSame,
  notContain: holds,
  excludes: chooses,
};

/** One filter of a roll-up; values parted by commas are alternatives. */
function passes(field: Field, value: Value, operation: string, wanted: string): boolean {
  const own = value === null ? '' : String(value);
  const choices = wanted.split(',').map((choice) => choice.trim());
  const opposite = OPPOSITES[operation];
  if (opposite) return !choices.some((choice) => opposite(own, choice, field));
  const test = TESTS[operation] ?? isSame;
  return choices.some((choice) => test(own, choice, field));
}
