import type { Pool } from '../shared/database/pool.ts';
import type { OrgId, PersonId, RecordKey } from '../shared/ids.ts';
import { bookCarts as enterCarts, type BookedCart } from './books/cart-ledger.ts';
import type { CartNews } from './books/cart-state.ts';
import { bookOrders as enterOrders, isPurchase } from './books/order-ledger.ts';
import { interestsOf } from './books/product-book.ts';
import type { Cart, Customer, Order, Product, Return, Shipment } from './canonical.ts';
import type { Seen } from './shops/heard.ts';
import { keyIn, type OpenShop } from './shops/open-shops.ts';
import type { Outcome, ShopEvent } from './task.ts';

/** What belongs to an order and came as a record of its own. */
export type OrderPart = { orderKey: RecordKey } & ({ shipment: Shipment } | { back: Return });

/** A record that is in the books and may now be told to Salesforce. */
export interface Booked {
  key: RecordKey;
  /** Whose it is, and of whom it was taken. */
  people: PersonId[];
  /** With a part: its order, where Salesforce does not have it yet. */
  order?: Order;
  part?: OrderPart;
  product?: Product;
  carts: BookedCart[];
  /** What was heard of it last. */
  event?: Pick<ShopEvent, 'scope' | 'receivedAt'>;
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
  const real = orders.flatMap(({ key, record: order }) => {
    if (order && order.status !== 'Incomplete') return { key, order, people: peopleOf(key) };
    settled.set(key, ignored(order ? 'incomplete' : 'not in the shop'));
    return [];
  });
  const interests = await interestsOf(
    pool,
    org,
    open,
    real.map(({ order }) => order),
  );
  const news = real.map(({ key, order, people }) => ({
    key,
    order,
    person: people[0] ?? null,
    interests: interests.get(order.id) ?? [],
  }));
  const fresh = await enterOrders(pool, org, open.shop.currency, news);
  for (const { key } of real) {
    if (!fresh.has(key)) settled.set(key, ignored('older than what is known'));
  }
  const bought = await bookPurchases(
    pool,
    org,
    open,
    news.filter(({ key }) => fresh.has(key)),
  );
  const booked = real
    .filter(({ key }) => fresh.has(key))
    .map(({ key, order, people }) => {
      const cart = bought.get(key);
      return { key, people, order, carts: cart ? [cart] : [] };
    });
  return { booked, settled };
}

/** The order itself says which cart it was: no need to wait for the cart's own event. */
async function bookPurchases(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  orders: { key: RecordKey; order: Order; person: PersonId | null }[],
): Promise<Map<RecordKey, BookedCart | null>> {
  const bought = orders.flatMap(({ key: orderKey, order, person }) => {
    if (order.cartId === null || !isPurchase(order)) return [];
    const key = keyIn(open, 'cart', order.cartId);
    return { orderKey, key, person, news: { converted: { orderKey, at: order.placedAt } } };
  });
  const carts = await enterCarts(pool, org, bought);
  return new Map(bought.map(({ orderKey }, index) => [orderKey, carts[index] ?? null]));
}

export async function bookCarts(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  carts: Seen<Cart>[],
  peopleOf: PeopleOf,
): Promise<Booking> {
  const settled = new Map<RecordKey, Outcome>();
  const news = carts.map(({ key, heard, record }) => ({
    key,
    person: peopleOf(key)[0] ?? null,
    news: toNews(open, heard, record),
  }));
  const entered = await enterCarts(pool, org, news);
  const booked = news.flatMap(({ key }, index): Booked | [] => {
    const cart = entered[index];
    if (cart) return { key, people: peopleOf(key), carts: [cart] };
    settled.set(key, ignored('gone before it was seen'));
    return [];
  });
  return { booked, settled };
}

function toNews(
  open: OpenShop,
  { abandonedAt, deletedAt, converted }: Seen<Cart>['heard'],
  cart: Cart | null,
): CartNews {
  return {
    ...(cart && { cart }),
    abandonedAt,
    deletedAt,
    converted: converted && {
      orderKey: keyIn(open, 'order', converted.orderId),
      at: converted.at,
    },
  };
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

/** Products are nobody's. One that is gone keeps its record: orders were made of it. */
export function bookProducts(products: Seen<Product>[]): Booking {
  const settled = new Map<RecordKey, Outcome>();
  const booked: Booked[] = [];
  for (const { key, record } of products) {
    if (record) booked.push({ key, people: [], product: record, carts: [] });
    else settled.set(key, ignored('not in the shop'));
  }
  return { booked, settled };
}

function ignored(why: string): Outcome {
  return { result: 'ignored', details: { why } };
}
