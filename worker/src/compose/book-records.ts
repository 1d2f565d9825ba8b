import { transaction, type Pool } from '../shared/database/pool.ts';
import type { OrgId, PersonId, RecordKey } from '../shared/ids.ts';
import { bookCart, type BookedCart } from './books/cart-ledger.ts';
import { bookOrder, isPurchase } from './books/order-ledger.ts';
import { interestsOf } from './books/product-book.ts';
import type { Cart, Customer, Order } from './canonical.ts';
import { keyIn, type Seen } from './read-records.ts';
import type { OpenShop } from './shops/open-shops.ts';
import type { Outcome } from './task.ts';

/** A record that is in the books and may now be told to Salesforce. */
export interface Booked {
  key: RecordKey;
  /** Whose it is, and of whom it was taken. */
  people: PersonId[];
  order?: Order;
  carts: BookedCart[];
}

export interface Booking {
  booked: Booked[];
  /** Records with nothing to tell. */
  settled: Map<RecordKey, Outcome>;
}

/** Whose each record is; more than one where it changed hands. */
export type PeopleOf = (key: RecordKey) => PersonId[];

/** Enters orders into the books, and with each purchase the end of the cart it came from. */
export async function bookOrders(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  orders: Seen<Order>[],
  peopleOf: PeopleOf,
): Promise<Booking> {
  const settled = new Map<RecordKey, Outcome>();
  const booked: Booked[] = [];
  const real = orders.flatMap(({ record }) =>
    record && record.status !== 'Incomplete' ? record : [],
  );
  const interests = await interestsOf(pool, org, open, real);
  for (const { key, record: order } of orders) {
    if (!order || order.status === 'Incomplete') {
      settled.set(key, ignored(order ? 'incomplete' : 'not in the shop'));
      continue;
    }
    const people = peopleOf(key);
    const [person] = people;
    const liked = interests.get(order.id) ?? [];
    const isNews = await transaction(pool, (client) =>
      bookOrder(client, org, key, order, person ?? null, open.shop.currency, liked),
    );
    if (!isNews) {
      settled.set(key, ignored('older than what is known'));
      continue;
    }
    const cart = await bookPurchase(pool, org, open, key, order, person ?? null);
    booked.push({ key, people, order, carts: cart ? [cart] : [] });
  }
  return { booked, settled };
}

/** The order itself says which cart it was: no need to wait for the cart's own event. */
async function bookPurchase(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  orderKey: RecordKey,
  order: Order,
  person: PersonId | null,
): Promise<BookedCart | null> {
  if (order.cartId === null || !isPurchase(order)) return null;
  const key = keyIn(open, 'cart', order.cartId);
  return bookCart(pool, org, key, person, { converted: { orderKey, at: order.placedAt } });
}

export async function bookCarts(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  carts: Seen<Cart>[],
  peopleOf: PeopleOf,
): Promise<Booking> {
  const settled = new Map<RecordKey, Outcome>();
  const booked: Booked[] = [];
  for (const { key, heard, record } of carts) {
    const people = peopleOf(key);
    const { converted } = heard;
    const cart = await bookCart(pool, org, key, people[0] ?? null, {
      ...(record && { cart: record }),
      abandonedAt: heard.abandonedAt,
      deletedAt: heard.deletedAt,
      converted: converted && {
        orderKey: keyIn(open, 'order', converted.orderId),
        at: converted.at,
      },
    });
    if (cart) booked.push({ key, people, carts: [cart] });
    else settled.set(key, ignored('gone before it was seen'));
  }
  return { booked, settled };
}

/** A customer's own news is about the person only. */
export function bookCustomers(customers: Seen<Customer>[], peopleOf: PeopleOf): Booking {
  const settled = new Map<RecordKey, Outcome>();
  const booked: Booked[] = [];
  for (const { key, record } of customers) {
    if (record) booked.push({ key, people: peopleOf(key), carts: [] });
    else settled.set(key, ignored('not in the shop'));
  }
  return { booked, settled };
}

function ignored(why: string): Outcome {
  return { result: 'ignored', details: { why } };
}
