import { compareDecimals, plainDecimal, momentOf } from './comparison.ts';
import { distinctTexts } from './lists.ts';
import type { MappingSettings } from './model.ts';
import { add } from './money.ts';
import { compilePath } from './paths.ts';
import { amountOf, compileItems, compileValues, type Filter } from './rollUp.ts';
import type { Notes } from './stepDefinition.ts';
import { isBlank, listOf, LONGEST_LIST, StepError } from './values.ts';

/** How many values one item may have in a field that is a list, such as its categories. */
const MOST_OF_ONE = 100;

export function lowest(values: readonly unknown[], timeZone: string): unknown {
  return extreme(values, timeZone, -1);
}

export function highest(values: readonly unknown[], timeZone: string): unknown {
  return extreme(values, timeZone, 1);
}

/** The value as it came, not as it was compared. */
function extreme(values: readonly unknown[], timeZone: string, sign: 1 | -1): unknown {
  const decimals = values.map(plainDecimal);
  if (decimals.every((decimal) => decimal !== undefined))
    return best(decimals, (a, b) => compareDecimals(a, b) * sign);
  const moments = values.map((value) => momentOf(value, timeZone));
  if (moments.every((moment) => moment !== undefined)) {
    const chosen = best(moments, (a, b) => (a < b ? -sign : a > b ? sign : 0));
    return chosen === undefined ? undefined : values[moments.indexOf(chosen)];
  }
  throw new StepError('holds items whose field is neither always a number nor always a date');
}

function best<Value>(
  values: readonly Value[],
  compare: (a: Value, b: Value) => number,
): Value | undefined {
  let found = values[0];
  for (const value of values) if (found !== undefined && compare(value, found) > 0) found = value;
  return found;
}

/** The different values of a field; a field that is a list gives each of its values. */
export function compileFlatTexts(
  params: Filter & { readonly field: string },
  settings: MappingSettings,
): (value: unknown, input: unknown, note: Notes) => string[] {
  const values = compileValues(params, settings);
  return (value, _input, note) =>
    distinctTexts(values(value, note).flatMap(severalOf).slice(0, LONGEST_LIST));
}

/** The values of a field by the sum of their items' amounts, the highest first. */
export function compileTop(
  params: Filter & { readonly field: string; readonly amount: string; readonly count: number },
  settings: MappingSettings,
): (value: unknown, note: Notes) => string[] {
  const items = compileItems(params, settings);
  const [readField, readAmount] = [compilePath(params.field), compilePath(params.amount)];
  return (value, note) => {
    const sums = new Map<string, string>();
    for (const item of items(value, note)) {
      const amount = readAmount(item);
      const decimal = isBlank(amount) ? '0' : amountOf(amount);
      for (const text of distinctTexts(severalOf(readField(item))))
        if (sums.has(text) || sums.size < LONGEST_LIST)
          sums.set(text, add(sums.get(text) ?? '0', decimal));
    }
    const ranked = [...sums].sort(([, a], [, b]) => compareDecimals(b, a));
    return ranked.slice(0, params.count).map(([text]) => text);
  };
}

function severalOf(value: unknown): readonly unknown[] {
  return listOf(value).slice(0, MOST_OF_ONE);
}
