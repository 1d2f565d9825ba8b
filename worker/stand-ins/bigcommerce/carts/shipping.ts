import { convert, currencyOf } from '../currencies.ts';
import type { CartRow } from './cart-row.ts';
import { cartTotal } from './cart-items.ts';
import { units } from '../money.ts';

const FLAT_RATE = units('7.50');
const FREE_FROM = units('100');

/** Shipping without tax in the cart's currency: a flat rate, and nothing for large carts. */
export function shippingOf(cart: CartRow): bigint {
  const currency = currencyOf(cart.currency);
  if (!currency) return 0n;
  return cartTotal(cart) >= convert(FREE_FROM, currency) ? 0n : convert(FLAT_RATE, currency);
}
