import { isDay } from './calendar.ts';
import { compareDecimals, plainDecimal, endOfDay, momentOf } from './comparison.ts';
import type { Effort } from './effort.ts';
import { compileSourceFormula } from './formulaOfSources.ts';
import { TEST_OPERATORS, type Condition, type MappingSettings, type Test } from './model.ts';
import { parse } from './money.ts';
import { compileLookUp, compilePath } from './paths.ts';
import { isBlank, LONGEST_LIST, StepError } from './values.ts';

export type Holds = (input: unknown, now: Date, effort?: Effort) => boolean;

/** Compares one value that is not blank with the one in the test. */
type Compare = (value: unknown) => boolean;

/** Throws a StepError that is a sentence when the condition cannot work. */
export function compileCondition(condition: Condition, settings: MappingSettings): Holds {
  if (typeof condition !== 'object' || condition === null)
    throw new StepError('A condition compares a field or is a formula; make it again.');
  return 'formula' in condition
    ? compileFormulaCondition(condition.formula, settings.timeZone)
    : compileTest(condition, settings);
}

function compileFormulaCondition(text: string, timeZone: string): Holds {
  if (typeof text !== 'string') throw new StepError('A formula is a text; write it again.');
  const formula = compileSourceFormula(text);
  if (formula.returns !== 'boolean' && formula.returns !== 'any')
    throw new StepError(
      `The formula of a condition answers true or false, this one gives a ${formula.returns}.`,
    );
  const lookUp = compileLookUp(formula.paths);
  return (input, now, effort) => formula.evaluate(lookUp(input), now, timeZone, effort) === true;
}

/**
 * A list passes when one of its items does; `different` and `blank` ask all of them. Numbers are
 * compared as numbers, dates as dates (a day without a time means the whole day in the shop's
 * place), all else as it is written.
 */
export function compileTest(test: Test, settings: MappingSettings): Holds {
  const read = compilePath(test.path);
  if (!TEST_OPERATORS.includes(test.is))
    throw new StepError('There is no such comparison; choose one of the list.');
  if (test.is === 'blank') return (input) => isBlank(read(input));
  if (test.is === 'present') return (input) => !isBlank(read(input));
  const passes = compileCompare(test, settings.timeZone);
  if (test.is === 'different') return (input) => !some(read(input), passes);
  return (input) => some(read(input), passes);
}

function some(value: unknown, passes: Compare): boolean {
  if (Array.isArray(value))
    return value.slice(0, LONGEST_LIST).some((item) => !isBlank(item) && passes(item));
  return !isBlank(value) && passes(value);
}

function compileCompare(test: Test, timeZone: string): Compare {
  if (test.is === 'oneOf') return oneOf(test.values);
  const { value } = test;
  if (value === undefined || !['string', 'number', 'boolean'].includes(typeof value))
    throw new StepError('The comparison has nothing to compare with; fill in its value.');
  if (test.is === 'contains') return contains(String(value));
  if (test.is === 'above' || test.is === 'below') return ordered(value, test.is, timeZone);
  return equal(value, timeZone);
}

function oneOf(values: unknown): Compare {
  if (!Array.isArray(values) || values.length === 0 || values.length > LONGEST_LIST)
    throw new StepError(`“one of” needs 1 to ${LONGEST_LIST} values; fill them in.`);
  if (values.some((value) => typeof value !== 'string'))
    throw new StepError('“one of” needs texts; fill them in again.');
  const wanted = new Set(values.map(keyOf));
  return (value) => wanted.has(keyOf(value));
}

/** Equal numbers have the same key. */
function keyOf(value: unknown): string {
  const decimal = plainDecimal(value);
  return decimal === undefined ? textOrEmpty(value) : parse(decimal);
}

function contains(part: string): Compare {
  const wanted = part.toLowerCase();
  return (value) => textOrEmpty(value).toLowerCase().includes(wanted);
}

function equal(wanted: string | number | boolean, timeZone: string): Compare {
  const text = String(wanted).trim();
  const decimal = plainDecimal(wanted);
  if (decimal !== undefined)
    return (value) => {
      if (value === wanted) return true;
      const other = plainDecimal(value);
      return other === undefined
        ? textOrEmpty(value) === text
        : compareDecimals(other, decimal) === 0;
    };
  const range = rangeOf(text, timeZone);
  if (range === undefined) return (value) => textOrEmpty(value) === text;
  return (value) => {
    const moment = momentOf(value, timeZone);
    return moment !== undefined && moment >= range.from && moment <= range.last;
  };
}

function ordered(
  wanted: string | number | boolean,
  is: 'above' | 'below',
  timeZone: string,
): Compare {
  const decimal = plainDecimal(wanted);
  if (decimal !== undefined)
    return (value) => {
      const other = plainDecimal(value);
      if (other === undefined) return false;
      const difference = compareDecimals(other, decimal);
      return is === 'above' ? difference > 0 : difference < 0;
    };
  const range = rangeOf(String(wanted), timeZone);
  if (range === undefined)
    throw new StepError('Only numbers and dates can be above or below; choose another comparison.');
  return (value) => {
    const moment = momentOf(value, timeZone);
    if (moment === undefined) return false;
    return is === 'above' ? moment > range.last : moment < range.from;
  };
}

/** The moments a date means: all of a day, or just the one. */
function rangeOf(text: string, timeZone: string): { from: string; last: string } | undefined {
  const from = momentOf(text.trim(), timeZone);
  if (from === undefined) return undefined;
  if (!isDay(text)) return { from, last: from };
  const end = Date.parse(endOfDay(text, timeZone));
  return { from, last: new Date(end - 1).toISOString() };
}

function textOrEmpty(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
