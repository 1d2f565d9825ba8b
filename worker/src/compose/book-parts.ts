import type { Pool } from '../shared/database/pool.ts';
import type { OrgId, RecordKey } from '../shared/ids.ts';
import type { Booked, Booking, OrderPart, PeopleOf } from './book-records.ts';
import { enterParts, type PartOfOrder } from './books/order-parts.ts';
import { namesOf, withNames } from './books/part-names.ts';
import type { Records } from './read-records.ts';
import { keyIn, type OpenShop } from './shops/open-shops.ts';
import type { Outcome } from './task.ts';

/**
 * Enters what belongs to orders: shipments and returns of their own, and the returns that came with
 * an order.
 * @param orders those that were booked just now
 */
export async function bookParts(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  { shipments, returns }: Pick<Records, 'shipments' | 'returns'>,
  orders: Booked[],
  peopleOf: PeopleOf,
): Promise<Booking> {
  const settled = new Map<RecordKey, Outcome>();
  const parts: { key: RecordKey; part: OrderPart }[] = [];
  const orderKey = (id: string): RecordKey => keyIn(open, 'order', id);
  for (const { key, record: shipment } of shipments) {
    if (shipment) parts.push({ key, part: { orderKey: orderKey(shipment.orderId), shipment } });
    else settled.set(key, GONE);
  }
  for (const { key, record: back } of returns) {
    if (back) parts.push({ key, part: { orderKey: orderKey(back.orderId), back } });
    else settled.set(key, GONE);
  }
  const own = parts.map(({ key, part }) => ({ key, orderKey: part.orderKey }));
  await enterParts(pool, org, [...own, ...orders.flatMap((one) => returnsOf(open, one))]);
  const all = parts.map(({ part }) => part);
  const names = await namesOf(pool, open, all);
  const byKey = new Map(orders.map((one) => [one.key, one.order]));
  const booked = parts.map(({ key, part }): Booked => {
    const order = byKey.get(part.orderKey);
    const named = withNames(open, part, order, names);
    return { key, people: peopleOf(key), carts: [], part: named, ...(order && { order }) };
  });
  return { booked, settled };
}

/** One that is gone keeps its record: it was sent, or it came back. */
const GONE: Outcome = { result: 'ignored', details: { why: 'not in the shop' } };

function returnsOf(open: OpenShop, { key: orderKey, order }: Booked): PartOfOrder[] {
  return (order?.returns ?? []).map(({ id }) => ({ key: keyIn(open, 'return', id), orderKey }));
}
