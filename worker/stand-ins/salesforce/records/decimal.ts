/** A decimal as whole units of its last place, so that no digit is ever lost to binary fractions. */
interface Decimal {
  units: bigint;
  scale: number;
}

const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

function parse(text: string): Decimal | undefined {
  const match = PATTERN.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (!match || whole + fraction === '') return undefined;
  const scale = fraction.length - Number(exponent);
  const units = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

function show({ units, scale }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${sign}${whole}${fraction && `.${fraction}`}`;
}

function known(text: string): Decimal {
  const decimal = parse(text);
  if (!decimal) throw new Error(`"${text}" was stored as a number but is none.`);
  return decimal;
}

/** The plain form of a number written in any way (`1e2`, `007.50`); undefined when it is none. */
export function readDecimal(text: string): string | undefined {
  const decimal = parse(text);
  return decimal && show(decimal);
}

/** Rounded to so many places; half goes away from zero, as the platform rounds. */
export function round(text: string, places: number): string {
  const { units, scale } = known(text);
  if (scale <= places) return text;
  const unit = 10n ** BigInt(scale - places);
  const half = units < 0n ? -(unit / 2n) : unit / 2n;
  return show({ units: (units + half) / unit, scale: places });
}

/** How many digits stand before the point. */
export function wholeDigits(text: string): number {
  return /^-?0*(\d*)/.exec(text)?.[1]?.length ?? 0;
}

export function compareDecimals(one: string, other: string): number {
  const difference = subtract(known(one), known(other));
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function subtract(one: Decimal, other: Decimal): bigint {
  const scale = Math.max(one.scale, other.scale);
  return atScale(one, scale) - atScale(other, scale);
}

function atScale({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

export function sum(texts: string[]): string {
  const decimals = texts.map(known);
  const scale = Math.max(0, ...decimals.map((decimal) => decimal.scale));
  const units = decimals.reduce((total, decimal) => total + atScale(decimal, scale), 0n);
  return show({ units, scale });
}

/** The mean, to ten places behind the point. */
export function average(texts: string[]): string {
  const { units, scale } = known(sum(texts));
  const more = 11;
  const exact = show({
    units: (units * 10n ** BigInt(more)) / BigInt(texts.length),
    scale: scale + more,
  });
  return round(exact, 10);
}
