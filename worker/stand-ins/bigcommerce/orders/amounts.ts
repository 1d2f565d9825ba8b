import { round, share, sum, text, units } from '../money.ts';
import { currencyOf } from '../currencies.ts';
import type { OrderLine, OrderRow } from './order-row.ts';

/** The store's one tax rate, in ten-thousandths: 8.25 %. */
export const TAX_RATE = 825n;

/** Tax has four decimals, except where the currency has none at all. */
export function taxOn(amount: bigint, currency: string): bigint {
  return share(amount, TAX_RATE, currencyOf(currency)?.decimals === 0 ? 0 : 4);
}

export function withTax(amount: bigint, currency: string): bigint {
  return amount + taxOn(amount, currency);
}

export interface Amounts {
  subtotalExTax: bigint;
  subtotalIncTax: bigint;
  shippingExTax: bigint;
  shippingIncTax: bigint;
  totalExTax: bigint;
  totalIncTax: bigint;
}

/** An order's sums; what the client gave as totals wins. */
export function amountsOf(order: OrderRow): Amounts {
  const given = order.givenTotals;
  const or = (amount: string | undefined, sums: bigint): bigint =>
    amount === undefined ? sums : units(amount);
  const subtotalExTax = or(given.subtotal_ex_tax, sum(order.lines.map(lineExTax)));
  const subtotalIncTax = or(given.subtotal_inc_tax, sum(order.lines.map(lineIncTax)));
  const shippingExTax = units(order.shippingExTax);
  const shippingIncTax = units(order.shippingIncTax);
  const off = units(order.discount) + units(order.couponDiscount);
  return {
    subtotalExTax,
    subtotalIncTax,
    shippingExTax,
    shippingIncTax,
    totalExTax: or(given.total_ex_tax, subtotalExTax + shippingExTax - off),
    totalIncTax: or(given.total_inc_tax, subtotalIncTax + shippingIncTax - off),
  };
}

export function lineExTax(line: OrderLine): bigint {
  return units(line.priceExTax) * BigInt(line.quantity);
}

export function lineIncTax(line: OrderLine): bigint {
  return units(line.priceIncTax) * BigInt(line.quantity);
}

/** A price of which only one side is known gets the other by the tax rate. */
export function bothPrices(
  exTax: bigint | undefined,
  incTax: bigint | undefined,
  currency: string,
): { priceExTax: string; priceIncTax: string } {
  const ex = exTax ?? withoutTax(incTax ?? 0n, currency);
  return { priceExTax: text(ex), priceIncTax: text(incTax ?? withTax(ex, currency)) };
}

function withoutTax(incTax: bigint, currency: string): bigint {
  const decimals = currencyOf(currency)?.decimals === 0 ? 0 : 4;
  return round((incTax * 10_000n + (10_000n + TAX_RATE) / 2n) / (10_000n + TAX_RATE), decimals);
}
