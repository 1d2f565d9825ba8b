/**
 * Exact arithmetic without BigInt for the decimals that nearly all amounts are: at most 15 digits
 * and no exponent, which a number holds without loss. Whatever does not fit is undefined, and
 * money.ts reckons it the long way.
 */
export interface SmallDecimal {
  /** The number without its point: 12.50 is 1250 with scale 2. A safe integer. */
  units: number;
  scale: number;
}

const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10 ** exponent);
const [ZERO, NINE, POINT, MINUS] = [48, 57, 46, 45];

/** Undefined for all but digits with at most one point between them and a minus before. */
export function smallDecimal(input: unknown): SmallDecimal | undefined {
  if (typeof input === 'number' && Number.isSafeInteger(input))
    return Math.abs(input) < 1e15 ? { units: input, scale: 0 } : undefined;
  const text = typeof input === 'number' ? String(input) : input;
  if (typeof text !== 'string') return undefined;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  if (text.length === start || text.length - start > MOST_DIGITS + 1) return undefined;
  let [units, digits, point] = [0, 0, -1];
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) {
      units = units * 10 + code - ZERO;
      digits++;
    } else if (code === POINT && point < 0 && at > start && at < text.length - 1) point = at;
    else return undefined;
  }
  if (digits > MOST_DIGITS) return undefined;
  return { units: start === 1 ? -units : units, scale: point < 0 ? 0 : text.length - point - 1 };
}

/** The same number with more digits after the point. */
function unitsAtScale({ units, scale }: SmallDecimal, wanted: number): number | undefined {
  const power = POWERS[wanted - scale];
  return power === undefined ? undefined : safe(units * power);
}

export function addSmall(values: readonly unknown[]): SmallDecimal | undefined {
  let sum: SmallDecimal = { units: 0, scale: 0 };
  for (const value of values) {
    const next = smallDecimal(value);
    if (!next) return undefined;
    const scale = Math.max(sum.scale, next.scale);
    const [left, right] = [unitsAtScale(sum, scale), unitsAtScale(next, scale)];
    const units = left === undefined || right === undefined ? undefined : safe(left + right);
    if (units === undefined) return undefined;
    sum = { units, scale };
  }
  return sum;
}

export function multiplySmall(a: unknown, b: unknown): SmallDecimal | undefined {
  const [left, right] = [smallDecimal(a), smallDecimal(b)];
  if (!left || !right) return undefined;
  const units = safe(left.units * right.units);
  return units === undefined ? undefined : { units, scale: left.scale + right.scale };
}

export function compareSmall(a: unknown, b: unknown): -1 | 0 | 1 | undefined {
  const [left, right] = [smallDecimal(a), smallDecimal(b)];
  if (!left || !right) return undefined;
  const scale = Math.max(left.scale, right.scale);
  const [first, second] = [unitsAtScale(left, scale), unitsAtScale(right, scale)];
  if (first === undefined || second === undefined) return undefined;
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Half away from zero; `value` has more digits after its point than `scale`. */
export function roundSmall(value: SmallDecimal, scale: number): SmallDecimal | undefined {
  const divisor = POWERS[value.scale - scale];
  if (divisor === undefined) return undefined;
  const size = Math.abs(value.units);
  const rest = size % divisor;
  const whole = (size - rest) / divisor + (2 * rest >= divisor ? 1 : 0);
  return { units: value.units < 0 ? -whole : whole, scale };
}

/** A product or sum that is no safe integer may have been rounded; one that is has not. */
function safe(number: number): number | undefined {
  return Number.isSafeInteger(number) ? number : undefined;
}
