import { z } from 'zod';
import { Refusal } from '../api/answers.ts';
import { isoOffset } from '../dates.ts';
import { decimal, sum, text, units } from '../money.ts';
import { nowOf, type Shop } from '../shop.ts';
import { amountsOf } from './amounts.ts';
import type { OrderRow } from './order-row.ts';
import { saveOrder } from './orders.ts';
import type { RefundItem, RefundRow } from './refund-row.ts';
import { INCOMPLETE, PARTIALLY_REFUNDED, REFUNDED } from './statuses.ts';

const money = z.union([z.string(), z.number()]);

export const refundItemsBody = z.object({
  items: z
    .array(
      z.object({
        item_type: z.enum(['PRODUCT', 'GIFT_WRAPPING', 'SHIPPING', 'HANDLING', 'ORDER', 'FEE']),
        item_id: z.number().int(),
        quantity: z.number().int().min(1).optional(),
        amount: money.optional(),
        reason: z.string().optional(),
      }),
    )
    .min(1),
});

export const refundBody = refundItemsBody.extend({
  reason: z.string().optional(),
  payments: z.array(
    z.object({
      provider_id: z.string(),
      amount: money,
      offline: z.boolean().optional(),
    }),
  ),
});

export type RefundBody = z.infer<typeof refundBody>;

/** What the named items are worth, tax included; refuses more than is left to refund. */
export function priced(
  shop: Shop,
  order: OrderRow,
  { items }: z.infer<typeof refundItemsBody>,
): { items: RefundItem[]; total: bigint; tax: bigint } {
  if (order.statusId === INCOMPLETE) throw new Refusal(422, 'The order has not been paid.');
  const rows: RefundItem[] = [];
  let tax = 0n;
  for (const item of items) {
    const base = { type: item.item_type, itemId: item.item_id, reason: item.reason ?? '' };
    if (item.item_type !== 'PRODUCT') {
      if (item.amount === undefined)
        throw new Refusal(422, 'Items other than PRODUCT need an amount.');
      rows.push({ ...base, quantity: 0, amount: text(units(item.amount)) });
      continue;
    }
    const line = order.lines.find(({ id }) => id === item.item_id);
    const quantity = item.quantity ?? 1;
    const again = rows.some((row) => row.type === 'PRODUCT' && row.itemId === item.item_id);
    if (!line || again || line.quantity - line.quantityRefunded < quantity) {
      throw new Refusal(422, 'There are not so many of this item left to refund.');
    }
    rows.push({ ...base, quantity, amount: text(units(line.priceIncTax) * BigInt(quantity)) });
    tax += (units(line.priceIncTax) - units(line.priceExTax)) * BigInt(quantity);
  }
  const total = sum(rows.map((row) => units(row.amount)));
  if (refundedOf(shop, order) + total > amountsOf(order).totalIncTax) {
    throw new Refusal(422, 'The refund is greater than what is left of the order.');
  }
  return { items: rows, total, tax };
}

/** Pays back, and tells of the refund, then of the order's change. Nothing returns to the stock. */
export function refund(shop: Shop, order: OrderRow, body: RefundBody): RefundRow {
  const { items, total, tax } = priced(shop, order, body);
  // The original rounds what a payment provider gets to the currency's decimals.
  const off = sum(body.payments.map(({ amount }) => units(amount))) - total;
  if (off > 50n || off < -50n) {
    throw new Refusal(422, 'The payments must add up to the total of the items.');
  }
  const row: RefundRow = {
    id: shop.next('refund', 1),
    orderId: order.id,
    createdAt: nowOf(shop),
    reason: body.reason ?? '',
    total: text(total),
    tax: text(tax),
    items,
    payments: body.payments.map((payment) => ({
      id: shop.next('refund payment', 1),
      providerId: payment.provider_id,
      amount: text(units(payment.amount)),
      offline: payment.offline ?? false,
    })),
  };
  shop.rows.refunds.set(String(row.id), row);
  shop.emit('store/order/refund/created', {
    type: 'order',
    id: order.id,
    refund: { refund_id: row.id },
  });
  const whole = refundedOf(shop, order) >= amountsOf(order).totalIncTax;
  const lines = order.lines.map((line) => ({
    ...line,
    quantityRefunded: line.quantityRefunded + quantityOf(items, line.id),
  }));
  saveOrder(shop, order, { ...order, lines, statusId: whole ? REFUNDED : PARTIALLY_REFUNDED });
  return row;
}

function quantityOf(items: RefundItem[], lineId: number): number {
  return items.find((item) => item.type === 'PRODUCT' && item.itemId === lineId)?.quantity ?? 0;
}

export function refundedOf(shop: Shop, order: OrderRow): bigint {
  const refunds = shop.rows.refunds.values().filter(({ orderId }) => orderId === order.id);
  return sum(refunds.map(({ total }) => units(total)));
}

export function refundView(row: RefundRow): object {
  return {
    id: row.id,
    order_id: row.orderId,
    user_id: 0,
    created: isoOffset(row.createdAt),
    reason: row.reason,
    total_amount: decimal(units(row.total)),
    total_tax: decimal(units(row.tax)),
    uses_merchant_override_values: false,
    items: row.items.map((item) => ({
      item_type: item.type,
      item_id: item.itemId,
      reason: item.reason,
      ...(item.type === 'PRODUCT' && { quantity: item.quantity }),
      requested_amount: decimal(units(item.amount)),
      adjustments: [],
    })),
    payments: row.payments.map((payment) => ({
      id: payment.id,
      provider_id: payment.providerId,
      amount: decimal(units(payment.amount)),
      offline: payment.offline,
      is_declined: false,
      declined_message: '',
      transaction_id: '',
    })),
  };
}
