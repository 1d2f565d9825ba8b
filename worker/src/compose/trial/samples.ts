import type { Sample } from '#mapping-engine';
import type { Pool } from '../../shared/database/pool.ts';
import { recordKey, type RecordKey } from '../../shared/ids.ts';
import { loadCarts, newestCarts } from '../books/cart-ledger.ts';
import type { Cart, Customer, Order, Product } from '../canonical.ts';
import { cartInput, orderInput, productInput, shopInput } from '../mapping/input-of.ts';
import type { OpenShop } from '../shops/open-shops.ts';
import type { Read } from '../shops/shop-reader.ts';
import { partSamples } from './part-samples.ts';
import { peopleOf } from './people-of.ts';
import { personSamples } from './person-samples.ts';
import { rehearse } from './rehearse.ts';
import { cartTitle, orderTitle, productTitle } from './titles.ts';

/** What a shop's newest records are to a mapping. */
export interface Samples {
  samples: Sample[];
  /** Records the shop did not give; the rest stands. */
  failed: number;
}

/**
 * The newest records of each kind as the worker would map them now: read through the shop's readers,
 * people's totals and cart blocks from the books. Writes nothing anywhere. Throws a Failure when the
 * shop gives nothing at all.
 * @param most of each kind
 */
export async function loadSamples(pool: Pool, open: OpenShop, most: number): Promise<Samples> {
  const { reader, shop } = open;
  const idsOf = async (kind: 'order' | 'customer' | 'product'): Promise<string[]> =>
    (await reader.newestIds(kind, most)) ?? [];
  const orders = await reader.readOrders(await idsOf('order'));
  const customers = await reader.readCustomers(await idsOf('customer'));
  const products = await reader.readProducts(await idsOf('product'));
  const carts = await cartSamples(pool, open, most);
  const parts = await partSamples(pool, open, found<Order>(orders), most);
  const reads = [
    ...[...orders.values(), ...customers.values(), ...products.values()],
    ...[...carts.reads, ...parts.reads],
  ];
  const failures = reads.flatMap((read) => ('failed' in read ? read.failed : []));
  const [first] = failures;
  if (first && failures.length === reads.length) throw first;
  return {
    samples: [
      { kind: 'shop', id: shop.id, title: shop.name || shop.id, input: shopInput(shop) },
      ...(await orderSamples(pool, open, found<Order>(orders))),
      ...parts.samples,
      ...carts.samples,
      ...(await personSamples(pool, open, found<Customer>(customers))),
      ...found<Product>(products).map((product) => ({
        ...{ kind: 'product' as const, id: product.id, title: productTitle(product) },
        input: productInput(shop, recordKey(shop.id, 'product', product.id), product),
      })),
    ],
    failed: failures.length,
  };
}

function found<Found>(reads: Map<string, Read<Found>>): Found[] {
  return [...reads.values()].flatMap((read) => ('found' in read ? read.found : []));
}

async function orderSamples(pool: Pool, { shop }: OpenShop, orders: Order[]): Promise<Sample[]> {
  const real = orders.filter(({ status }) => status !== 'Incomplete');
  const customerKeys = await rehearse(pool, async (trial) => {
    const people = await peopleOf(trial, shop, real);
    const { rows } = await trial.query<{ id: string; key: string }>(
      'select id, customer_key as key from cartbridge.person where id = any($1::uuid[])',
      [people.filter((id) => id !== null)],
    );
    const keys = new Map(rows.map(({ id, key }) => [id, key]));
    return people.map((id) => keys.get(id ?? '') ?? null);
  });
  return real.map((order, index) => ({
    ...{ kind: 'order', id: order.id, title: orderTitle(order) },
    input: orderInput(
      shop,
      recordKey(shop.id, 'order', order.id),
      order,
      customerKeys[index] ?? null,
    ),
  }));
}

/** Of carts the books know the life; those booked before the shop's own record was kept are read again. */
async function cartSamples(
  pool: Pool,
  { shop, reader }: OpenShop,
  most: number,
): Promise<{ samples: Sample[]; reads: Read<Cart>[] }> {
  const listed = await reader.newestIds('cart', most);
  const keys: RecordKey[] = listed
    ? listed.map((id) => recordKey(shop.id, 'cart', id))
    : await newestCarts(pool, shop.orgId, shop.id, most);
  const booked = await loadCarts(pool, keys);
  const known = keys.flatMap((key) => booked.get(key) ?? []);
  const bare = known.filter(({ state }) => isOpen(state.status) && !state.cart?.raw);
  const reads = await reader.readCarts(bare.flatMap(({ state }) => state.cart?.id ?? []));
  const samples = known.flatMap((one): Sample | [] => {
    const read = reads.get(one.state.cart?.id ?? '');
    const cart = read && 'found' in read ? read.found : one.state.cart;
    const input = cartInput(shop, { ...one, state: { ...one.state, cart } });
    return input && cart ? { kind: 'cart', id: cart.id, title: cartTitle(cart), input } : [];
  });
  return { samples, reads: [...reads.values()] };
}

function isOpen(status: string): boolean {
  return status === 'Open' || status === 'Abandoned';
}
