import { afterAll, beforeAll } from 'vitest';
import type { SourceKind } from '#mapping-engine';
import { cartBlock } from '../../src/compose/books/cart-block.ts';
import { nextCartState } from '../../src/compose/books/cart-state.ts';
import { NO_TOTALS } from '../../src/compose/books/order-ledger.ts';
import {
  cartInput,
  cartItemInput,
  orderInput,
  orderItemInput,
  personInput,
  productInput,
  shopInput,
} from '../../src/compose/mapping/input-of.ts';
import { createBigCommerceReader } from '../../src/compose/shops/bigcommerce/reader.ts';
import type { Read } from '../../src/compose/shops/shop-reader.ts';
import { recordKey, type OrgId, type PersonId, type ShopId } from '../../src/shared/ids.ts';
import type { Shop } from '../../src/shared/shops.ts';
import { startBigCommerce, type LocalStore } from '../../stand-ins/bigcommerce/start.ts';

export type RealInputs = Readonly<Record<SourceKind, object>>;

/** What the worker maps, read from a local store as the worker reads it; made once. */
export function useRealInputs(): () => RealInputs {
  let store: LocalStore | undefined;
  let inputs: RealInputs | undefined;
  beforeAll(async () => {
    store = await startBigCommerce();
    inputs = await readInputs(store);
  });
  afterAll(() => store?.close());
  return () => {
    if (!inputs) throw new Error('The inputs are read before the first test.');
    return inputs;
  };
}

async function readInputs(store: LocalStore): Promise<RealInputs> {
  const { shoppers, apiUrl, accessToken } = store;
  const reader = createBigCommerceReader({ apiUrl, accessToken });
  const shop = shopOf(store);
  const person = { email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee' };
  const customerId = shoppers.register(person);
  const items = [{ productId: await anyProduct(store), quantity: 2 }];
  const orderId = String(shoppers.placeOrder({ customerId, ...person, items }).orderId);
  const cartId = shoppers.startCart({ customerId, items });

  const order = found((await reader.readOrders([orderId])).get(orderId));
  const customer = found((await reader.readCustomers([String(customerId)])).get(`${customerId}`));
  const cart = found((await reader.readCarts([cartId])).get(cartId));
  const productId = String(items[0]?.productId);
  const product = found((await reader.readProducts([productId])).get(productId));

  const orders = orderInput(shop, recordKey(shop.id, 'order', orderId), order, 'bc1:customer:1');
  const state = must(nextCartState(null, { cart, abandonedAt: cart.modifiedAt }));
  const key = recordKey(shop.id, 'cart', cartId);
  const carts = must(cartInput(shop, { key, personId: null, state }));
  const storefront = { url: shop.storefrontUrl, currency: shop.currency };
  const block = cartBlock([state], null, storefront, new Date(cart.modifiedAt));
  const { email, group: customerGroup } = customer;
  const known = {
    id: 'p1' as PersonId,
    customerKey: 'bc1:customer:1',
    link: null,
    cartBlock: null,
  };
  const booked = { ...known, email, customerGroup };
  return {
    shop: shopInput(shop),
    product: productInput(shop, recordKey(shop.id, 'product', productId), product),
    person: personInput(shop, booked, { ...customer }, NO_TOTALS, block),
    order: orders,
    orderItem: orderItemInput(orders, must(order.items[0])),
    cart: carts,
    cartItem: cartItemInput(carts, must(cart.items[0])),
  };
}

function shopOf(store: LocalStore): Shop {
  return {
    id: 'bc1' as ShopId,
    orgId: 'org-1' as OrgId,
    platform: 'bigcommerce',
    apiUrl: store.apiUrl,
    producer: 'stores/abc123',
    name: 'Local store',
    storefrontUrl: 'https://store.example.com',
    currency: 'USD',
    webhookUrl: '',
    sealedSecrets: '',
  };
}

async function anyProduct({ apiUrl, accessToken }: LocalStore): Promise<number> {
  const headers = { 'x-auth-token': accessToken };
  const response = await fetch(`${apiUrl}/v3/catalog/products`, { headers });
  const { data } = (await response.json()) as { data: { id: number }[] };
  return must(data[0]).id;
}

function found<Found>(read: Read<Found> | undefined): Found {
  if (read && 'found' in read) return read.found;
  throw read && 'failed' in read ? read.failed : new Error('The local store has no such record.');
}

function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The local store left something out.');
  return value;
}
