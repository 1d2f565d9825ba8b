/** Amounts are counted in ten-thousandths of the currency's unit; records show decimal text. */
const SCALE = 10_000n;

/** "12.34" as ten-thousandths; refuses what is no decimal of at most four places. */
export function units(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(amount.trim());
  if (!match) throw new RangeError(`"${amount}" is no amount. Send a decimal such as "12.34".`);
  const [, sign, whole = '0', fraction = ''] = match;
  const size = BigInt(whole) * SCALE + BigInt(fraction.padEnd(4, '0'));
  return sign ? -size : size;
}

/** Ten-thousandths as records show them: "12.34", with more places only where they are needed. */
export function text(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = String(size % SCALE).padStart(4, '0');
  const places = fraction.replace(/0{1,2}$/, '');
  return `${amount < 0n ? '-' : ''}${size / SCALE}.${places}`;
}

/** A share in ten-thousandths of an amount (825n is 8.25 %), rounded half up. */
export function share(amount: bigint, factor: bigint, decimals: number): bigint {
  return round((amount * factor + SCALE / 2n) / SCALE, decimals);
}

function round(amount: bigint, decimals: number): bigint {
  const step = 10n ** BigInt(4 - decimals);
  return ((amount + step / 2n) / step) * step;
}

export interface Currency {
  code: string;
  /** Of the currency itself; tax has four unless this is 0. */
  decimals: number;
  /** How many of it one unit of the shop's currency buys. */
  rate: string;
}

export const SHOP_CURRENCY = 'USD';

const CURRENCIES: Currency[] = [
  { code: 'USD', decimals: 2, rate: '1' },
  { code: 'EUR', decimals: 2, rate: '0.92' },
  { code: 'JPY', decimals: 0, rate: '150' },
];

export function currencyOf(code: string): Currency {
  const found = CURRENCIES.find((currency) => currency.code === code.toUpperCase());
  if (!found) throw new RangeError(`The shop does not sell in ${code}: use USD, EUR or JPY.`);
  return found;
}

/** An amount of the shop's currency in another one, rounded to what that one can show. */
export function convert(amount: bigint, currency: Currency): bigint {
  return round((amount * units(currency.rate)) / SCALE, currency.decimals);
}

/** What an amount of this currency is multiplied by to have it in the shop's, in eight places. */
export function rateToShop({ rate }: Currency): string {
  const inverse = (SCALE * 10n ** 8n) / units(rate);
  const fraction = String(inverse % 10n ** 8n).padStart(8, '0');
  return `${inverse / 10n ** 8n}.${fraction}`;
}
