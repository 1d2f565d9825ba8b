import { round, units } from './money.ts';

export interface Currency {
  id: number;
  code: string;
  name: string;
  decimals: number;
  /** How many of it one unit of the store's default currency buys. */
  rate: string;
}

export const STORE_CURRENCY = 'USD';

export const CURRENCIES: Currency[] = [
  { id: 1, code: 'USD', name: 'US Dollar', decimals: 2, rate: '1.0000000000' },
  { id: 2, code: 'EUR', name: 'Euro', decimals: 2, rate: '0.9200000000' },
  { id: 3, code: 'JPY', name: 'Japanese Yen', decimals: 0, rate: '150.0000000000' },
];

export function currencyOf(code: string): Currency | undefined {
  return CURRENCIES.find((currency) => currency.code === code.toUpperCase());
}

/** An amount of the store's default currency in another one, rounded to what that one can show. */
export function convert(amount: bigint, currency: Currency): bigint {
  return round((amount * units(currency.rate)) / 10_000n, currency.decimals);
}
