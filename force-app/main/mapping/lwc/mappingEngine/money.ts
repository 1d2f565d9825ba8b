/**
 * Exact arithmetic on decimal text. A `Decimal` is always in its shortest form (`12`, `-3.5`,
 * `0.0000001`: no exponent, no trailing zeros, no `-0`), so equal amounts are equal texts.
 */
import { currencyDigits } from './currencies.ts';
import {
  addSmall,
  compareSmall,
  multiplySmall,
  roundSmall,
  smallDecimal,
} from './smallDecimals.ts';
import type { SmallDecimal } from './smallDecimals.ts';

declare const brand: unique symbol;
export type Decimal = string & { readonly [brand]: 'Decimal' };

/** An amount in some currency; the currency stands beside it, never inside. */
export type Money = Decimal;

/** What arithmetic accepts: decimal text in any form, or a number as JSON gave it. */
export type DecimalInput = string | number;

interface Parts {
  /** The number without its point: 12.50 is 1250 with scale 2. */
  units: bigint;
  scale: number;
}

const SHAPE = /^([+-]?)(\d+\.?\d*|\.\d+)(?:e([+-]?\d{1,4}))?$/i;

const SIMPLE = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const MOST_SIMPLE_DIGITS = 40;
const ZERO = 48;

// Wider than any double; keeps a hostile exponent from filling the memory with zeros.
const MOST_DIGITS = 400;

/**
 * Decimal text in its shortest form. Numbers go through their shortest text, so 0.1 is `0.1`.
 * Throws a RangeError that describes the input without repeating it.
 */
export function parse(input: unknown): Decimal {
  return simple(input, MOST_SIMPLE_DIGITS) ?? textOf(partsOf(input));
}

export function add(...values: DecimalInput[]): Decimal {
  const small = addSmall(values);
  if (small) return textOf(small);
  const all = values.map(partsOf);
  const scale = Math.max(0, ...all.map((value) => value.scale));
  return textOf({ units: all.reduce((sum, value) => sum + unitsAt(value, scale), 0n), scale });
}

/** `from` less all the others. */
export function subtract(from: DecimalInput, ...others: DecimalInput[]): Decimal {
  return add(from, multiply(add(...others), -1));
}

export function multiply(a: DecimalInput, b: DecimalInput): Decimal {
  const small = multiplySmall(a, b);
  if (small) return textOf(small);
  const [left, right] = [partsOf(a), partsOf(b)];
  return textOf({ units: left.units * right.units, scale: left.scale + right.scale });
}

/** Rounded half away from zero to `scale` digits. Throws a RangeError when `b` is zero. */
export function divide(a: DecimalInput, b: DecimalInput, scale: number): Decimal {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (right.units === 0n) throw new RangeError('Cannot divide by zero; check the divisor first.');
  const shift = 10n ** BigInt(scale + right.scale);
  const units = halfAwayFromZero(left.units * shift, right.units * 10n ** BigInt(left.scale));
  return textOf({ units, scale });
}

/** Negative when `a` is less than `b`, zero when they are equal, positive when `a` is more. */
export function compare(a: DecimalInput, b: DecimalInput): -1 | 0 | 1 {
  const small = compareSmall(a, b);
  if (small !== undefined) return small;
  const [left, right] = [partsOf(a), partsOf(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = unitsAt(left, scale) - unitsAt(right, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** At most `scale` digits after the point, rounded half away from zero. */
export function round(value: DecimalInput, scale: number): Decimal {
  const known = simple(value, scale);
  if (known !== undefined) return known;
  const read = smallDecimal(value);
  const small = read && read.scale > scale ? roundSmall(read, scale) : undefined;
  if (small) return textOf(small);
  const parts = partsOf(value);
  if (parts.scale <= scale) return textOf(parts);
  const units = halfAwayFromZero(parts.units, 10n ** BigInt(parts.scale - scale));
  return textOf({ units, scale });
}

/** Exactly `scale` digits after the point, for people to read: `12.50`. */
export function format(value: DecimalInput, scale: number): string {
  const units = unitsAt(partsOf(round(value, scale)), scale);
  return pointed(units, scale);
}

/**
 * How many digits a currency has after the point: 2 for USD, 0 for JPY, 3 for KWD; 2 for a code
 * nobody knows. Throws a RangeError when it is not three letters.
 */
export function minorDigits(currency: string): number {
  if (!/^[a-z]{3}$/i.test(currency))
    throw new RangeError(
      'A currency code is three letters such as USD; correct the shop currency.',
    );
  return currencyDigits(currency.toUpperCase());
}

/**
 * What most amounts of a shop are: no exponent, no leading zero or point. Only zeros at the end
 * have to go, which needs no arithmetic. Undefined for all others.
 */
function simple(input: unknown, scale: number): Decimal | undefined {
  const text = typeof input === 'number' ? String(input) : input;
  if (typeof text !== 'string' || text.length > MOST_SIMPLE_DIGITS || !SIMPLE.test(text))
    return undefined;
  const point = text.indexOf('.');
  if (point < 0) return text === '-0' ? undefined : (text as Decimal);
  let end = text.length;
  while (text.charCodeAt(end - 1) === ZERO) end--;
  if (end - point - 1 > scale) return undefined;
  if (end === point + 1) end = point;
  const short = end === text.length ? text : text.slice(0, end);
  return short === '-0' ? undefined : (short as Decimal);
}

function partsOf(input: unknown): Parts {
  if (typeof input !== 'string' && typeof input !== 'number') throw notDecimal(typeof input);
  const text = String(input).trim();
  const [, sign, digits, exponent] = text.length <= MOST_DIGITS ? (SHAPE.exec(text) ?? []) : [];
  if (digits === undefined) throw notDecimal(`${typeof input} of ${text.length} characters`);
  const [whole = '', fraction = ''] = digits.split('.');
  const scale = fraction.length - Number(exponent ?? 0);
  if (Math.abs(scale) > MOST_DIGITS) throw notDecimal('a number with too large an exponent');
  const unsigned = BigInt(whole + fraction);
  const units = sign === '-' ? -unsigned : unsigned;
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

function notDecimal(what: string): RangeError {
  return new RangeError(`Expected a decimal number such as 12.50, got ${what}.`);
}

function unitsAt({ units, scale }: Parts, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

function halfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [absolute(dividend), absolute(divisor)];
  const quotient = (2n * top + bottom) / (2n * bottom);
  return negative ? -quotient : quotient;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function textOf({ units, scale }: Parts | SmallDecimal): Decimal {
  const text = pointed(units, scale);
  return (scale > 0 ? text.replace(/\.?0+$/, '') : text) as Decimal;
}

function pointed(units: bigint | number, scale: number): string {
  const sign = units < 0 ? '-' : '';
  const digits = String(units)
    .slice(sign.length)
    .padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return scale > 0 ? `${sign}${whole}.${digits.slice(-scale)}` : sign + whole;
}
