import { compare } from './money.ts';
import { parseInstant } from './time.ts';
import { DAY, zoneOffsetAt } from './timeZone.ts';

/** No leading zeros or signs: `007` is a number of an article, not an amount. */
const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d{0,99})(?:\.\d{1,99})?$/;

/** So many digits are exact in a float. */
const EXACT_LENGTH = 15;

/** The value as decimal text where it is a plain decimal; undefined otherwise. */
export function plainDecimal(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return PLAIN_DECIMAL.test(text) ? text : undefined;
}

/** Of two texts that `plainDecimal` gave; exact at any length. */
export function compareDecimals(a: string, b: string): number {
  if (a.length <= EXACT_LENGTH && b.length <= EXACT_LENGTH) return Number(a) - Number(b);
  return compare(a, b);
}

/** A date or moment as an instant; a day is its beginning in the place. Undefined for others. */
export function momentOf(value: unknown, timeZone: string): string | undefined {
  if (typeof value !== 'string' || value.length > 64) return undefined;
  try {
    return parseInstant(value, timeZone);
  } catch {
    return undefined;
  }
}

/** The instant at which the day after this one begins in the place. */
export function endOfDay(day: string, timeZone: string): string {
  const next = Date.parse(`${day.trim()}T00:00:00Z`) + DAY;
  return new Date(next - zoneOffsetAt(next, timeZone)).toISOString();
}
