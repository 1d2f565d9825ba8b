import * as money from './money.ts';
import type { Decimal } from './money.ts';
import { compilePath } from './paths.ts';
import type { Reader } from './paths.ts';
import { isBlank, StepError, textOf } from './values.ts';

export type NumberFormat = 'plain' | 'european' | 'english';

const DECIMAL = 'a decimal number';

// Between the thousands of any number, and around it.
const SPACES = /[\s'’]+/g;
const CURRENCY_AROUND = /^\p{Sc}|\p{Sc}$/gu;

const ENGLISH = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})(?:\.\d*)?$/;
const EUROPEAN = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d*)?$/;
// So that what is made of two of them is still one that money.ts reads.
const MOST_CHARACTERS = 100;

/** Exact decimal text. Throws a StepError when the value is none, or longer than any amount. */
export function decimalOf(value: unknown): Decimal {
  const decimal = trying(DECIMAL, () =>
    money.parse(typeof value === 'number' ? value : textOf(value)),
  );
  if (decimal.length > MOST_CHARACTERS) throw new StepError('has more digits than any field holds');
  return decimal;
}

/** At most `scale` digits after the point, rounded half away from zero. */
export function rounded(value: unknown, scale: number): Decimal {
  return trying(DECIMAL, () =>
    money.round(typeof value === 'number' ? value : textOf(value), scale),
  );
}

/** Decimal text of a number written for people; a number of JSON has no such form. */
export function plainNumber(value: unknown, format: NumberFormat): unknown {
  if (format === 'plain' || typeof value !== 'string') return value;
  if (value.length > MOST_CHARACTERS) throw new StepError('is too long for a number');
  const text = value.replace(SPACES, '').replace(CURRENCY_AROUND, '');
  const english = format === 'english';
  if (!(english ? ENGLISH : EUROPEAN).test(text))
    throw new StepError(`is not a number such as ${english ? '1,234.56' : '1.234,56'}`);
  return english ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.');
}

/** Throws a StepError when there are more than `precision - scale` digits before the point. */
export function fitting(decimal: Decimal, precision: number, scale: number): Decimal {
  const most = precision - scale;
  const point = decimal.indexOf('.');
  const start = decimal.startsWith('-') ? 1 : 0;
  const whole = (point < 0 ? decimal.length : point) - start;
  // A zero alone before the point is no digit that counts.
  if (whole > most && !(whole === 1 && decimal.startsWith('0', start)))
    throw new StepError(`has more than ${most} digits before the point`);
  return decimal;
}

/**
 * The other number of a calculation: written down in the mapping, or found at a path. Undefined
 * where the path leads to nothing.
 */
export function compileOperand(
  number: string | undefined,
  path: string | undefined,
): (input: unknown) => Decimal | undefined {
  if ((number === undefined) === (path === undefined))
    throw new StepError('Give either a number or the path of one, and not both.');
  if (path === undefined) {
    const fixed = decimalOf(number);
    return () => fixed;
  }
  const read: Reader = compilePath(path);
  return (input) => {
    const found = read(input);
    return isBlank(found) ? undefined : decimalOf(found);
  };
}

/** Turns what money.ts throws into the refusal of a step. */
export function trying<Result>(expected: string, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new StepError(`is not ${expected}`);
    throw thrown;
  }
}
