import { z } from 'zod';
import { add, compare, parse, subtract, type Money } from '../../../shared/money.ts';
import type { PartItem, Return } from '../../canonical.ts';
import { readShape } from '../shape.ts';
import type { BigCommerceClient } from './client.ts';
import { readList } from './lists.ts';
import {
  refund as refundShape,
  type OrderAnswer,
  type OrderLine,
  type Refund,
} from './order-shape.ts';

export interface Refunds {
  /** What was paid back so far, all together. */
  refunded: Money;
  returns: Return[];
}

/**
 * The refunds of an order, in one call. The order's own `refunded_amount` is always 0, so they are
 * added up. The store has no API for returns: a refund that gives lines back is what tells of one.
 */
export async function readRefunds(
  client: BigCommerceClient,
  order: OrderAnswer,
  lines: OrderLine[],
): Promise<Refunds> {
  const path = `/v3/orders/${order.id}/payment_actions/refunds`;
  const rows = await readList(client, path, {});
  const refunds = readShape(z.array(refundShape), rows, path);
  const paid = refunds.map(paidBack);
  return {
    refunded: paid.reduce((sum, each) => (compare(each, 0) > 0 ? add(sum, each) : sum), parse(0)),
    returns: refunds.flatMap((refund) => toReturn(refund, order, lines) ?? []),
  };
}

function paidBack({ total_amount, payments }: Refund): Money {
  const declined = (payments ?? []).filter((payment) => payment.is_declined);
  return subtract(total_amount, ...declined.map((payment) => payment.amount));
}

/** Null for a refund that gives nothing back, or of which every payment was declined. */
function toReturn(refund: Refund, order: OrderAnswer, lines: OrderLine[]): Return | null {
  const payments = refund.payments ?? [];
  const goods = (refund.items ?? []).filter(({ item_type }) => item_type === 'PRODUCT');
  if (goods.length === 0) return null;
  if (payments.length > 0 && payments.every(({ is_declined }) => is_declined)) return null;
  const reasons = [refund.reason, ...goods.map(({ reason }) => reason)];
  return {
    id: refund.id,
    orderId: order.id,
    reason: [...new Set(reasons.filter((reason) => reason !== null))].join('; ') || null,
    status: 'Refunded',
    amount: paidBack(refund),
    currency: order.default_currency_code.toUpperCase(),
    items: goods.map((item) => partOf(item, lines)),
    createdAt: refund.created ?? null,
    // A refund is never changed.
    modifiedAt: refund.created ?? null,
    raw: refund.raw,
  };
}

function partOf(item: NonNullable<Refund['items']>[number], lines: OrderLine[]): PartItem {
  const line = lines.find(({ id }) => id === item.item_id);
  return {
    productId: line?.product_id ?? null,
    sku: line?.sku ?? null,
    name: line?.name ?? null,
    quantity: item.quantity ?? parse(1),
  };
}
