import { add } from '../../../shared/money.ts';
import { emailAddress, type Cart } from '../../canonical.ts';
import { anonymous, nameCustomers, type ReadCustomers } from '../name-customers.ts';
import { readEach } from '../read-each.ts';
import type { Read } from '../shop-reader.ts';
import { cartItems } from './cart-items.ts';
import { cartAnswer, checkoutAnswer, type CartAnswer } from './cart-shape.ts';
import type { BigCommerceClient } from './client.ts';
import { ownCart } from './own-record.ts';
import { readShape } from '../shape.ts';

/**
 * Carts, each with its shopper's email where anybody knows it: the cart itself, else the customer,
 * else what was typed into the checkout. A cart that is gone (converted, deleted, 30 days old) is
 * missing.
 */
export async function readCarts(
  client: BigCommerceClient,
  readCustomers: ReadCustomers,
  ids: string[],
): Promise<Map<string, Read<Cart>>> {
  const carts = await readEach(ids, (id) => readCart(client, id));
  await nameCustomers(carts, readCustomers);
  await askCheckouts(client, carts);
  return carts;
}

async function readCart(client: BigCommerceClient, id: string): Promise<Cart | null> {
  // Anything else would become part of the path.
  if (!/^[\w-]+$/.test(id)) return null;
  const answer = await client.get(`/v3/carts/${id}`);
  if (answer === null) return null;
  const cart = toCart(readShape(cartAnswer, answer, '/v3/carts').data);
  return { ...cart, raw: ownCart((answer as { data: unknown }).data) };
}

async function askCheckouts(
  client: BigCommerceClient,
  carts: Map<string, Read<Cart>>,
): Promise<void> {
  const waiting = new Map(anonymous(carts));
  const reads = await readEach(waiting.keys(), (id) => readShopper(client, id));
  for (const [id, read] of reads) {
    const cart = waiting.get(id);
    if ('failed' in read) carts.set(id, read);
    if ('found' in read && cart) carts.set(id, { found: { ...cart, ...read.found } });
  }
}

type Shopper = Pick<Cart, 'email' | 'firstName' | 'lastName'>;

/** A checkout has the id of its cart; null when there is none or it knows nobody. */
async function readShopper(client: BigCommerceClient, id: string): Promise<Shopper | null> {
  const answer = await client.get(`/v3/checkouts/${id}`);
  if (answer === null) return null;
  const { cart, billing_address, consignments } = readShape(
    checkoutAnswer,
    answer,
    '/v3/checkouts',
  ).data;
  const people = [billing_address, ...(consignments ?? []).map(({ address }) => address)];
  const person = people.find((each) => each?.email);
  const email = emailAddress(person?.email ?? cart?.email);
  if (email === null) return null;
  return {
    email,
    firstName: person?.first_name ?? billing_address?.first_name ?? null,
    lastName: person?.last_name ?? billing_address?.last_name ?? null,
  };
}

function toCart(cart: CartAnswer): Omit<Cart, 'raw'> {
  const items = cartItems(cart);
  return {
    id: cart.id,
    kind: 'Shopping',
    customerId: cart.customer_id,
    email: emailAddress(cart.email),
    firstName: null,
    lastName: null,
    currency: cart.currency.code.toUpperCase(),
    value: cart.cart_amount,
    itemCount: Math.round(Number(add(...items.map((item) => item.quantity)))),
    items,
    createdAt: cart.created_time,
    modifiedAt: cart.updated_time,
    url: cartPage(items.map((item) => item.url)),
  };
}

/**
 * The store's cart page, on the storefront whose products are in the cart. It shows the cart in
 * the browser that filled it; a link for every browser must be made anew for each visit.
 */
function cartPage(productUrls: (string | null)[]): string | null {
  const url = productUrls.find((each) => each !== null);
  return url === undefined ? null : `${new URL(url).origin}/cart.php`;
}
