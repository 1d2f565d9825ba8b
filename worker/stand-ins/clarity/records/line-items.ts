import type { Shop } from '../shop.ts';
import { productOf } from './find.ts';
import { convert, currencyOf, share, text, units } from './money.ts';
import type { LineItem } from './records.ts';

export interface Wanted {
  productId: string;
  quantity: number;
}

/** Lines of these products at today's prices; the same product twice is one line. */
export function lineItems(shop: Shop, wanted: Wanted[], currency: string): LineItem[] {
  return wanted.reduce<LineItem[]>((lines, one) => withItem(shop, lines, one, currency), []);
}

export function withItem(
  shop: Shop,
  lines: LineItem[],
  { productId, quantity }: Wanted,
  currency: string,
): LineItem[] {
  const same = lines.find((line) => line.productId === productId);
  if (same) {
    const more = priced(same, same.quantity + quantity);
    return lines.map((line) => (line === same ? more : line));
  }
  const product = productOf(shop, productId);
  const line: LineItem = {
    lineId: `L-${shop.next('line')}`,
    ...{ productId, sku: product.sku, name: product.name },
    ...{ category: product.category, brand: product.brand, quantity },
    unitPrice: text(convert(units(product.price), currencyOf(currency))),
    ...{ extendedPrice: '0.00', imageUrl: product.imageUrl, productUrl: product.url },
  };
  return [...lines, priced(line, quantity)];
}

export function priced<Line extends LineItem>(line: Line, quantity: number): Line {
  const extendedPrice = text(units(line.unitPrice) * BigInt(quantity));
  return { ...line, quantity, extendedPrice };
}

export function goods(lines: LineItem[]): bigint {
  return lines.reduce((total, line) => total + units(line.extendedPrice), 0n);
}

/** The shop's one tax rate: 8.25 %. */
const TAX_RATE = 825n;
const FLAT_RATE = units('7.50');
const FREE_FROM = units('100');

export function taxOn(amount: bigint, currency: string): bigint {
  return share(amount, TAX_RATE, currencyOf(currency).decimals === 0 ? 0 : 4);
}

/** What goods cost with the tax of each piece, as a refund pays them back. */
export function withTax(
  lines: { unitPrice: string; quantity: number }[],
  currency: string,
): bigint {
  return lines.reduce((total, { unitPrice, quantity }) => {
    const each = units(unitPrice);
    return total + (each + taxOn(each, currency)) * BigInt(quantity);
  }, 0n);
}

export interface Sums {
  subTotal: string;
  tax: string;
  shipping: string;
  fees: string;
  discount: string;
  totalAmount: string;
}

/** Shipping is a flat rate, and nothing for large orders; tax is on goods and shipping. */
export function sums(lines: LineItem[], currency: string): Sums {
  const subTotal = goods(lines);
  const money = currencyOf(currency);
  const shipping = subTotal >= convert(FREE_FROM, money) ? 0n : convert(FLAT_RATE, money);
  const tax = withTax(lines, currency) - subTotal + taxOn(shipping, currency);
  return {
    ...{ subTotal: text(subTotal), tax: text(tax), shipping: text(shipping) },
    ...{ fees: '0.00', discount: '0.00', totalAmount: text(subTotal + shipping + tax) },
  };
}
