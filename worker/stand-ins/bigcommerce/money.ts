/**
 * Amounts are counted in ten-thousandths of the currency's unit, because four decimals are what the
 * original's order API shows. Rows keep them as text ("12.3400"): JSON has no big integers.
 */
const SCALE = 10_000n;

/** "12.34" or 12.34 as ten-thousandths; a fifth decimal is rounded half up. */
export function units(amount: string | number): bigint {
  const text = typeof amount === 'number' ? amount.toFixed(6) : amount.trim();
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is no amount. Send a decimal such as "12.3400".`);
  const [, sign, whole = '0', fraction = ''] = match;
  const digits = fraction.padEnd(5, '0');
  const size =
    BigInt(whole) * SCALE + BigInt(digits.slice(0, 4)) + (digits.charAt(4) >= '5' ? 1n : 0n);
  return sign ? -size : size;
}

/** Ten-thousandths as the order API writes them: "12.3400". */
export function text(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = String(size % SCALE).padStart(4, '0');
  return `${amount < 0n ? '-' : ''}${size / SCALE}.${fraction}`;
}

/** Ten-thousandths as the v3 APIs write them: 12.34. */
export function decimal(amount: bigint): number {
  return Number(text(amount));
}

/** Rounds half up, away from zero, to so many decimals (0 to 4). */
export function round(amount: bigint, decimals: number): bigint {
  const step = 10n ** BigInt(4 - decimals);
  const half = step / 2n;
  return amount < 0n ? -((-amount + half) / step) * step : ((amount + half) / step) * step;
}

/** `factor` is itself in ten-thousandths: 825n is 8.25 %, 10_000n is the whole. */
export function share(amount: bigint, factor: bigint, decimals = 4): bigint {
  const product = amount * factor;
  const half = SCALE / 2n;
  return round((product < 0n ? product - half : product + half) / SCALE, decimals);
}

export function sum(amounts: bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
