import { isProductCode, looksLikeCardNumber, withoutCardNumbers } from './card-numbers.ts';

const LONGEST_TEXT = 2_000;

/**
 * A single value as it may be kept, under its name without case and separators; undefined for what
 * may not.
 */
export function cleanValue(
  value: unknown,
  name: string,
): string | number | boolean | null | undefined {
  if (typeof value === 'boolean' || value === null) return value;
  // Minus nothing comes back from the books as nothing, and would look like news.
  if (typeof value === 'number')
    return Number.isFinite(value) && !isCardNumber(value) ? value + 0 : undefined;
  if (typeof value !== 'string') return undefined;
  if (isProductCode(name, value)) return value;
  return withoutCardNumbers(storable(value));
}

/** What JSON writes as it is, in one byte for each character. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** Postgres takes neither NUL nor half a character, and what was cut may end in one. */
function storable(text: string): string {
  const cut = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  return PLAIN.test(cut) ? cut : cut.replaceAll('\0', '').toWellFormed();
}

/** Of a text as JSON. */
export function bytesOf(text: string): number {
  return PLAIN.test(text) ? text.length + 2 : Buffer.byteLength(JSON.stringify(text));
}

/** `PayPal`, but not `Visa ending in 4242`. */
export function isMethodName(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 50 && !/\d/.test(value);
}

/** Large numbers are told with an exponent, so their digits are asked for. */
function isCardNumber(number: number): boolean {
  if (Number.isInteger(number))
    return Math.abs(number) >= 1e12 && looksLikeCardNumber(BigInt(number).toString());
  return looksLikeCardNumber(String(number));
}
