import { add, compare, divide, multiply, parse, round, subtract, type Decimal } from './money.ts';
import { Num, numberOf, PLACES } from './formulaValues.ts';
import { StepError } from './values.ts';

/** Digits that a power keeps, as in Salesforce. */
const POWER_DIGITS = 18;
const WORKING_DIGITS = 40;
const LARGEST_POWER = 64;
/** Functions such as EXP are worked out in doubles: more digits would differ between browsers. */
const DOUBLE_DIGITS = 15;

export const ZERO = new Num(parse(0));
const ONE = new Num(parse(1));

export const plus = (a: Num, b: Num): Num => numberOf(add(a.text, b.text));
export const minus = (a: Num, b: Num): Num => numberOf(subtract(a.text, b.text));
export const times = (a: Num, b: Num): Num => numberOf(multiply(a.text, b.text));
export const negative = (a: Num): Num => new Num(multiply(a.text, -1));
export const isNegative = (a: Num): boolean => a.text.startsWith('-');
const isZero = (a: Num): boolean => a.text === '0';
export const order = (a: Num, b: Num): -1 | 0 | 1 =>
  a.text === b.text ? 0 : compare(a.text, b.text);

export function over(a: Num, b: Num): Num {
  if (isZero(b)) throw new StepError('leads to a division by zero');
  return numberOf(divide(a.text, b.text, PLACES));
}

/** What remains of a whole division; it has the sign of what is divided. */
export function remainder(a: Num, b: Num): Num {
  const whole = cut(over(a, b), 0);
  const rest = minus(a, times(b, whole));
  // A quotient that was rounded up to a whole number leaves a rest of the other sign.
  if (isZero(rest) || isNegative(rest) === isNegative(a)) return rest;
  return isNegative(b) === isNegative(rest) ? minus(rest, b) : plus(rest, b);
}

/** Rounded half away from zero; with -2 to hundreds. */
export function roundTo(value: Num, digits: number): Num {
  if (digits >= 0) return new Num(round(value.text, Math.min(digits, PLACES)));
  const unit = powerOfTen(Math.min(-digits, LARGEST_POWER + 1));
  return numberOf(multiply(divide(value.text, unit, 0), unit));
}

/** Without the digits behind, towards zero; with -2 to hundreds. */
export function cut(value: Num, digits: number): Num {
  const [whole = '', fraction = ''] = value.text.split('.');
  if (digits >= 0) {
    return fraction.length <= digits
      ? value
      : new Num(parse(`${whole}.${fraction.slice(0, digits)}`));
  }
  const kept = whole.slice(0, Math.max(0, whole.length + digits));
  return /\d/.test(kept) ? new Num(parse(kept.padEnd(whole.length, '0'))) : ZERO;
}

/** The next whole number below. A third times three is one: the last digits do not count. */
export function below(value: Num): Num {
  const close = roundTo(value, PLACES - 3);
  const whole = cut(close, 0);
  return isNegative(close) && whole.text !== close.text ? minus(whole, ONE) : whole;
}

export const above = (value: Num): Num => negative(below(negative(value)));

/** As a JavaScript integer, towards zero and within what a text or a calendar could need. */
export function wholeOf(value: Num): number {
  const whole = Number(value.text.split('.')[0]);
  return Math.max(-1e9, Math.min(1e9, whole)) + 0;
}

export function power(base: Num, exponent: Num): Num {
  if (cut(exponent, 0).text !== exponent.text) {
    throw new StepError('leads to a power whose exponent is no whole number');
  }
  if (isZero(base) && isNegative(exponent)) return over(ONE, base);
  const size = Math.log10(Math.abs(Number(base.text))) * Number(exponent.text);
  if (size > LARGEST_POWER || Math.abs(Number(exponent.text)) > 1e9) {
    throw new StepError('leads to a power that is too big (#Too Big!)');
  }
  if (size < -PLACES) return ZERO;
  let left = Math.abs(wholeOf(exponent));
  let result: Decimal = ONE.text;
  let square = base.text;
  while (left > 0) {
    if (left % 2 === 1) result = significant(multiply(result, square), WORKING_DIGITS);
    left = Math.floor(left / 2);
    if (left > 0) square = significant(multiply(square, square), WORKING_DIGITS);
  }
  const raised = new Num(result);
  return numberOf(
    significant((isNegative(exponent) ? over(ONE, raised) : raised).text, POWER_DIGITS),
  );
}

/** At most so many digits from the first that is not zero. */
function significant(text: Decimal, digits: number): Decimal {
  if (text.length <= digits) return text;
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const leading = whole === '0' ? -(/^0*/.exec(fraction)?.[0].length ?? 0) : whole.length;
  const scale = digits - leading;
  if (scale >= 0) return round(text, scale);
  const unit = powerOfTen(-scale);
  return multiply(divide(text, unit, 0), unit);
}

/** Throws a StepError for what is no number, such as the logarithm of a negative one. */
export function fromDouble(value: number, what: string): Num {
  if (!Number.isFinite(value)) throw new StepError(`leads to ${what}`);
  return numberOf(parse(Number(value.toPrecision(DOUBLE_DIGITS))));
}

const powerOfTen = (digits: number): string => `1${'0'.repeat(digits)}`;
