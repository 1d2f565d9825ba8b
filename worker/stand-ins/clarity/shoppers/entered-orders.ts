import { z } from 'zod';
import { currencyOf, SHOP_CURRENCY, text, units } from '../records/money.ts';
import { orderFromCart } from '../records/orders.ts';
import type { LineItem, Order } from '../records/records.ts';
import type { Shop } from '../shop.ts';
import { newCart } from './buying.ts';
import { id, itemsBody } from './wishes.ts';

export const enterOrderBody = z.strictObject({
  customerId: id.optional(),
  email: z.email().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  currency: z.string().optional(),
  /** "Awaiting Fulfillment" when absent. */
  status: z.string().optional(),
  /** With any offset, or none: it is kept as it is written. */
  placedAt: z.string().optional(),
  items: itemsBody.optional(),
  /** Instead of items: one piece of something for each, without tax and shipping. */
  prices: z.array(z.string()).min(1).optional(),
});
export type EnterOrder = z.infer<typeof enterOrderBody>;

/** Staff enter an order that came by telephone: there is no cart. Returns its id. */
export function enterOrder(
  shop: Shop,
  { status = 'Awaiting Fulfillment', placedAt, items = [], prices, ...buyer }: EnterOrder,
): string {
  const cart = newCart(shop, 'shopping', { ...buyer, items });
  const currency = currencyOf(buyer.currency ?? SHOP_CURRENCY);
  const told: Partial<Order> = {
    cartId: null,
    ...(placedAt !== undefined && { orderDate: placedAt }),
    ...(prices && pricedBy(shop, prices)),
  };
  return orderFromCart(shop, { ...cart, currency: currency.code }, { status, told }).orderId;
}

function pricedBy(shop: Shop, prices: string[]): Partial<Order> {
  const amounts = prices.map(units);
  const total = text(amounts.reduce((sum, amount) => sum + amount, 0n));
  const none = { tax: '0.00', shipping: '0.00', fees: '0.00', discount: '0.00' };
  const lineItems = amounts.map((amount, index) => ({
    ...sample(`L-${shop.next('line')}`, index + 1, text(amount)),
    refundedQuantity: 0,
  }));
  return { ...none, subTotal: total, totalAmount: total, lineItems };
}

function sample(lineId: string, number: number, price: string): LineItem {
  return {
    ...{ lineId, productId: null, sku: `SAMPLE-${number}`, name: `Sample ${number}` },
    ...{ category: [], brand: null, quantity: 1, unitPrice: price, extendedPrice: price },
    ...{ imageUrl: null, productUrl: null },
  };
}
