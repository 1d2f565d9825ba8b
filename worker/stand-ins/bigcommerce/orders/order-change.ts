import { nowOf, type Shop } from '../shop.ts';
import type { OrderBody } from './order-body.ts';
import { changedFields, givenTotals, shippingCost } from './order-fields.ts';
import { changedLines } from './order-lines.ts';
import type { OrderRow } from './order-row.ts';
import { checkReferences, saveOrder } from './orders.ts';
import { SHIPPED } from './statuses.ts';

/** PUT: what was sent is changed, and what was not stays. */
export function changeOrder(shop: Shop, order: OrderRow, body: OrderBody): OrderRow {
  checkReferences(shop, body);
  const lines = body.products
    ? changedLines(shop, order.lines, body.products, order.currency)
    : order.lines;
  const sentShipping =
    body.base_shipping_cost !== undefined ||
    body.shipping_cost_ex_tax !== undefined ||
    body.shipping_cost_inc_tax !== undefined;
  const changed: OrderRow = {
    ...order,
    ...changedFields(order, body),
    ...(sentShipping && shippingCost(body, order.currency)),
    // Totals given earlier belong to the earlier lines.
    givenTotals: { ...(body.products ? {} : order.givenTotals), ...givenTotals(body) },
    // Changed lines lose their discounts.
    ...(body.products && { discount: '0.0000', couponDiscount: '0.0000' }),
    lines,
  };
  if (changed.statusId === SHIPPED && order.statusId !== SHIPPED) changed.shippedAt = nowOf(shop);
  return saveOrder(shop, order, changed);
}
