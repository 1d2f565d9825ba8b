import { plainDecimal } from './comparison.ts';
import { compileTest } from './conditions.ts';
import { itemsOf } from './lists.ts';
import type { MappingSettings, Test } from './model.ts';
import { compilePath, type Reader } from './paths.ts';
import type { Notes, ParamDefinition } from './stepDefinition.ts';
import { isBlank, StepError } from './values.ts';

/** The parameters every roll-up has: which items count. */
export const FILTER = {
  filterField: {
    type: 'path',
    label: 'Only items where',
    help: 'A field of the item; left empty, all items count.',
    required: false,
  },
  filterIs: {
    type: 'choice',
    label: 'is',
    required: false,
    choices: ['present', 'blank', 'equal', 'different', 'above', 'below', 'contains'],
    default: 'present',
  },
  filterValue: { type: 'text', label: 'Value', required: false, max: 255 },
} as const satisfies Record<string, ParamDefinition>;

/** What all roll-ups have in common. */
export const OF_ITEMS = { group: 'list', takes: ['items'] } as const;

export const FIELD = {
  type: 'path',
  label: 'Field of the items',
  required: true,
} as const satisfies ParamDefinition;

export interface Filter {
  readonly filterField?: string | undefined;
  readonly filterIs: Test['is'];
  readonly filterValue?: string | undefined;
}

/** The items that count, of a list of records or of a single record. */
export type Items = (value: unknown, note: Notes) => readonly unknown[];

/** Throws a StepError that is a sentence when the filter cannot work. */
export function compileItems(filter: Filter, settings: MappingSettings): Items {
  const { filterField, filterIs, filterValue } = filter;
  if (filterField === undefined) return recordsOf;
  const test: Test = { path: filterField, is: filterIs };
  if (filterValue !== undefined) test.value = filterValue;
  const holds = compileTest(test, settings);
  return (value, note) => recordsOf(value, note).filter((item) => holds(item, note.now));
}

/** The values of one field of the items that count; blank ones are left out. */
export function compileValues(
  params: Filter & { readonly field: string },
  settings: MappingSettings,
): (value: unknown, note: Notes) => unknown[] {
  const items = compileItems(params, settings);
  const read = compilePath(params.field);
  return (value, note) => valuesOf(items(value, note), read);
}

function valuesOf(items: readonly unknown[], read: Reader): unknown[] {
  const values: unknown[] = [];
  for (const item of items) {
    const value = read(item);
    if (!isBlank(value)) values.push(value);
  }
  return values;
}

function recordsOf(value: unknown, note: Notes): readonly unknown[] {
  const items = itemsOf(value, note);
  for (const item of items)
    if (typeof item !== 'object' || item === null)
      throw new StepError('is no list of items; choose a list such as order.items');
  return items;
}

/** Decimal text. Throws a StepError when a value is no number. */
export function amountOf(value: unknown): string {
  const decimal = plainDecimal(value);
  if (decimal === undefined)
    throw new StepError('holds an item whose field is not a decimal number');
  return decimal;
}
