import type { Pool } from '../../shared/database/pool.ts';
import type { PersonId, RecordKey } from '../../shared/ids.ts';
import { cartPeople } from '../books/cart-ledger.ts';
import { knownOrders } from '../books/order-ledger.ts';
import { ordersOfParts } from '../bring-orders.ts';
import type { Records } from '../read-records.ts';
import { keyIn, type OpenShop } from '../shops/open-shops.ts';

/**
 * Whom the books name for these records already: an order that changes hands changes two people's
 * totals, a purchase the cart block of whoever filled the cart, and a bought cart can no longer be
 * asked whose it was. What is part of an order is whose the order is.
 */
export async function priorPeople(
  pool: Pool,
  open: OpenShop,
  records: Records,
): Promise<Map<RecordKey, PersonId[]>> {
  const { orders, carts } = records;
  const orderOf = ordersOfParts(open, records);
  const cartOf = new Map(
    orders.flatMap(({ key, record }) =>
      record?.cartId ? [[key, keyIn(open, 'cart', record.cartId)] as const] : [],
    ),
  );
  const [known, owners] = await Promise.all([
    knownOrders(pool, [...orders.map(({ key }) => key), ...orderOf.values()]),
    cartPeople(pool, [...carts.map(({ key }) => key), ...cartOf.values()]),
  ]);
  const people = new Map<RecordKey, PersonId[]>();
  const add = (key: RecordKey, person: PersonId | null | undefined): void => {
    if (person) people.set(key, [...(people.get(key) ?? []), person]);
  };
  for (const { key } of orders) {
    add(key, known.get(key)?.person);
    const cart = cartOf.get(key);
    if (cart) add(key, owners.get(cart));
  }
  for (const { key } of carts) add(key, owners.get(key));
  for (const [part, order] of orderOf) add(part, known.get(order)?.person);
  return people;
}
