import type { Request } from 'express';
import { between, numberQuery, query } from '../api/query.ts';
import { units } from '../money.ts';
import type { OrderRow } from './order-row.ts';
import { amountsOf } from './amounts.ts';

/** The orders a query asks for, sorted, not yet cut into pages. Archived ones only on demand. */
export function findOrders(orders: OrderRow[], request: Request): OrderRow[] {
  const minId = numberQuery(request, 'min_id') ?? 0;
  const maxId = numberQuery(request, 'max_id') ?? Number.MAX_SAFE_INTEGER;
  const modified = between(request, 'min_date_modified', 'max_date_modified');
  const created = between(request, 'min_date_created', 'max_date_created');
  const archived = query(request, 'is_deleted') === 'true';
  const customer = numberQuery(request, 'customer_id');
  const status = numberQuery(request, 'status_id');
  const channel = numberQuery(request, 'channel_id');
  const cart = query(request, 'cart_id');
  const email = query(request, 'email')?.toLowerCase();
  const external = query(request, 'external_order_id');
  const found = orders.filter(
    (order) =>
      order.isDeleted === archived &&
      order.id >= minId &&
      order.id <= maxId &&
      (customer === undefined || order.customerId === customer) &&
      (status === undefined || order.statusId === status) &&
      (channel === undefined || order.channelId === channel) &&
      (cart === undefined || order.cartId === cart) &&
      (email === undefined || order.billing.email.toLowerCase() === email) &&
      (external === undefined || order.externalOrderId === external) &&
      modified(order.modifiedAt) &&
      created(order.createdAt) &&
      hasTotal(request, order),
  );
  return sorted(found, query(request, 'sort') ?? 'id:asc');
}

function hasTotal(request: Request, order: OrderRow): boolean {
  const least = query(request, 'min_total');
  const most = query(request, 'max_total');
  if (least === undefined && most === undefined) return true;
  const total = amountsOf(order).totalIncTax;
  return (
    (least === undefined || total >= units(least)) && (most === undefined || total <= units(most))
  );
}

function sorted(orders: OrderRow[], sort: string): OrderRow[] {
  const [field = 'id', direction = 'asc'] = sort.split(':');
  const key = (order: OrderRow): number => {
    if (field === 'date_modified') return Math.floor(Date.parse(order.modifiedAt) / 1000);
    if (field === 'date_created') return Math.floor(Date.parse(order.createdAt) / 1000);
    if (field === 'customer_id') return order.customerId;
    if (field === 'status_id') return order.statusId;
    return order.id;
  };
  const ascending = orders.toSorted((one, other) => key(one) - key(other) || one.id - other.id);
  return direction === 'desc' ? ascending.reverse() : ascending;
}
