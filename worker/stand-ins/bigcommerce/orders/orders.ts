import { Refusal } from '../api/answers.ts';
import { currencyOf, STORE_CURRENCY } from '../currencies.ts';
import { parseDate } from '../dates.ts';
import { given } from '../../kit/given.ts';
import { nowOf, type Shop } from '../shop.ts';
import { recordSale } from '../catalog/sales.ts';
import type { OrderBody } from './order-body.ts';
import { changedFields, givenTotals, shippingCost } from './order-fields.ts';
import { newLine } from './order-lines.ts';
import { NO_ADDRESS, type OrderRow } from './order-row.ts';
import { INCOMPLETE, PENDING, STATUSES } from './statuses.ts';

/** Makes an order from what a client sent, and tells of it. */
export function createOrder(shop: Shop, body: OrderBody): OrderRow {
  if (!body.billing_address) {
    throw new Refusal(400, "The required field 'billing_address' was not supplied.");
  }
  if (!body.products?.length) {
    throw new Refusal(400, "The required field 'products' was not supplied.");
  }
  const currency = body.default_currency_code?.toUpperCase() ?? STORE_CURRENCY;
  if (!currencyOf(currency)) {
    throw new Refusal(400, "The field 'default_currency_code' is invalid.");
  }
  checkReferences(shop, body);
  const now = nowOf(shop);
  const created = body.date_created === undefined ? undefined : parseDate(body.date_created);
  const order: OrderRow = {
    id: 0,
    customerId: body.customer_id ?? 0,
    createdAt: created === undefined ? now : new Date(created).toISOString(),
    modifiedAt: now,
    shippedAt: null,
    statusId: body.status_id ?? PENDING,
    cartId: null,
    currency,
    billing: { ...NO_ADDRESS, ...given(body.billing_address) },
    shippingTo: (body.shipping_addresses ?? []).map(({ shipping_method, ...address }) => ({
      ...NO_ADDRESS,
      ...given(address),
      id: shop.next('order address', 1),
      method: shipping_method ?? '',
    })),
    lines: body.products.map((line) => newLine(shop, line, currency)),
    ...shippingCost(body, currency),
    discount: '0.0000',
    couponDiscount: '0.0000',
    givenTotals: givenTotals(body),
    paymentMethod: body.payment_method ?? 'Manual',
    channelId: body.channel_id ?? 1,
    source: 'external',
    externalSource: null,
    externalId: null,
    externalOrderId: '',
    staffNotes: '',
    customerMessage: '',
    locale: 'en',
    isEmailOptIn: false,
    isDeleted: false,
  };
  return addOrder(shop, { ...order, ...changedFields(order, body) });
}

/** Gives it a number, keeps it, and tells of it, incomplete ones included. */
export function addOrder(shop: Shop, draft: OrderRow): OrderRow {
  const order = { ...draft, id: shop.next('order', 100) };
  shop.rows.orders.set(String(order.id), order);
  shop.emit('store/order/created', { type: 'order', id: order.id });
  if (order.statusId !== INCOMPLETE) recordSale(shop, order.lines);
  return order;
}

/** Keeps the changed order under a new modification time and tells what changed. */
export function saveOrder(shop: Shop, before: OrderRow, changed: OrderRow): OrderRow {
  const order = { ...changed, modifiedAt: nowOf(shop) };
  shop.rows.orders.set(String(order.id), order);
  shop.emit('store/order/updated', { type: 'order', id: order.id });
  if (before.statusId !== order.statusId) {
    const status = { previous_status_id: before.statusId, new_status_id: order.statusId };
    shop.emit('store/order/statusUpdated', { type: 'order', id: order.id, status });
    if (before.statusId === INCOMPLETE) recordSale(shop, order.lines);
  }
  return order;
}

/** The original's DELETE hides an order from lists and keeps it. */
export function archiveOrder(shop: Shop, order: OrderRow): void {
  shop.rows.orders.set(String(order.id), { ...order, isDeleted: true, modifiedAt: nowOf(shop) });
  shop.emit('store/order/archived', { type: 'order', id: order.id });
}

export function checkReferences(shop: Shop, body: OrderBody): void {
  if (body.customer_id && !shop.rows.customers.get(String(body.customer_id))) {
    throw new Refusal(400, "The field 'customer_id' is invalid.");
  }
  if (body.status_id !== undefined && !STATUSES.some(({ id }) => id === body.status_id)) {
    throw new Refusal(400, "The field 'status_id' is invalid.");
  }
  if (body.date_created !== undefined && parseDate(body.date_created) === undefined) {
    throw new Refusal(400, "The field 'date_created' is invalid.");
  }
}
