import * as money from '../../shared/money.ts';
import { parseInstant } from '../../shared/time.ts';
import { emailAddress, truncate, webAddress } from './text-steps.ts';
import { concat, first, join, localPart } from './list-steps.ts';
import { isBlank, StepError, textOf } from './values.ts';

/** The closed catalogue: a mapping can hold nothing but these. */
export type Step =
  | { step: 'text' }
  | { step: 'trim' }
  | { step: 'lower' }
  | { step: 'truncate'; length: number }
  /** A well-formed address of at most 80 characters, as Salesforce takes it. */
  | { step: 'email' }
  /**
   * An absolute http(s) address of at most `length` characters; cut short it would lead nowhere.
   * Anything else becomes `otherwise`, or a problem without it.
   */
  | { step: 'url'; length: number; otherwise?: string }
  /** What stands before the @ of an email; other text as it is. */
  | { step: 'localPart' }
  /** Decimal text with at most `scale` digits after the point and `precision` in all. */
  | { step: 'decimal'; precision: number; scale: number }
  /** Decimal text with the digits of the currency found at the path `currency`. */
  | { step: 'roundToCurrency'; currency: string }
  | { step: 'integer'; digits: number }
  | { step: 'dateTime' }
  | { step: 'boolean' }
  /** The first of several values that is not blank. */
  | { step: 'first' }
  /** Whole items only, as many as fit into `max` characters. */
  | { step: 'join'; separator: string; max: number }
  /** All values in a row; blank when one of them is. */
  | { step: 'concat'; separator: string }
  /** Translates a text; one that is not listed becomes `default`, or a problem without it. */
  | { step: 'valueTable'; values: Readonly<Record<string, string>>; default?: string }
  | { step: 'defaultTo'; value: string | number | boolean };

/**
 * One step on one value that is not blank. `lookUp` reads another path of the same input.
 * Throws a StepError when the value does not suit the step.
 */
export function applyStep(step: Step, value: unknown, lookUp: (path: string) => unknown): unknown {
  switch (step.step) {
    case 'text':
      return textOf(value);
    case 'trim':
      return textOf(value).trim();
    case 'lower':
      return textOf(value).toLowerCase();
    case 'truncate':
      return truncate(textOf(value), step.length);
    case 'email':
      return emailAddress(textOf(value));
    case 'url':
      return webAddress(textOf(value), step.length, step.otherwise);
    case 'localPart':
      return localPart(textOf(value));
    case 'decimal':
      return decimal(value, step.precision, step.scale);
    case 'roundToCurrency':
      return roundToCurrency(value, lookUp(step.currency));
    case 'integer':
      return Number(decimal(value, step.digits, 0));
    case 'dateTime':
      return trying('a date and time', () => parseInstant(textOf(value)));
    case 'boolean':
      return boolean(value);
    case 'first':
      return first(value);
    case 'join':
      return join(value, step.separator, step.max);
    case 'concat':
      return concat(value, step.separator);
    case 'valueTable':
      return translate(textOf(value), step.values, step.default);
    case 'defaultTo':
      return isBlank(value) ? step.value : value;
  }
}

function decimal(value: unknown, precision: number, scale: number): string {
  const rounded = trying('a decimal number', () => money.round(decimalInput(value), scale));
  if (money.compare(rounded.replace('-', ''), `1e${precision - scale}`) >= 0)
    throw new StepError(`has more than ${precision - scale} digits before the point`);
  return rounded;
}

/** Without a currency, such as for a cart that is no more, the amount stays as it is. */
function roundToCurrency(value: unknown, currency: unknown): string {
  if (isBlank(currency)) return trying('a decimal number', () => money.parse(value));
  const digits = trying('an amount in a known currency', () => money.minorDigits(textOf(currency)));
  return trying('a decimal number', () => money.round(decimalInput(value), digits));
}

function decimalInput(value: unknown): money.DecimalInput {
  return typeof value === 'number' ? value : textOf(value);
}

function boolean(value: unknown): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new StepError('is neither true nor false');
}

function translate(text: string, values: Readonly<Record<string, string>>, other?: string): string {
  const translated = Object.hasOwn(values, text) ? values[text] : other;
  if (translated === undefined)
    throw new StepError('is not in the table of values; add it there or give the table a default');
  return translated;
}

function trying<Result>(expected: string, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new StepError(`is not ${expected}`);
    throw thrown;
  }
}
