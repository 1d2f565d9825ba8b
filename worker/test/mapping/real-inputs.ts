import { afterAll, beforeAll } from 'vitest';
import type { SourceKind } from '#mapping-engine';
import { cartBlock } from '../../src/compose/books/cart-block.ts';
import { nextCartState } from '../../src/compose/books/cart-state.ts';
import { NO_TOTALS } from '../../src/compose/books/order-ledger.ts';
import {
  cartInput,
  cartItemInput,
  companyInput,
  orderInput,
  orderItemInput,
  personInput,
  productInput,
  returnInput,
  shipmentInput,
  shopInput,
} from '../../src/compose/mapping/input-of.ts';
import type { Person } from '../../src/compose/people/person.ts';
import { createBigCommerceReader } from '../../src/compose/shops/bigcommerce/reader.ts';
import type { Read } from '../../src/compose/shops/shop-reader.ts';
import { recordKey, type OrgId, type PersonId, type ShopId } from '../../src/shared/ids.ts';
import type { Shop } from '../../src/shared/shops.ts';
import { parse } from '../../src/shared/money.ts';
import { returnOf, shipmentOf } from '../compose/books/part-fixture.ts';
import { ADDRESS } from '../compose/mapping/inputs-fixture.ts';
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
  const booked: Person = {
    ...{ id: 'p1' as PersonId, customerKey: 'bc1:customer:1', link: null, cartBlock: null },
    ...{ accountId: null, consent: {}, optedOut: false, deletedAt: null, createdAt: new Date() },
    ...{ email, customerGroup },
  };
  const said = { marketing: 'Given', cartMail: 'Unknown', optOut: false } as const;
  // What this store does not tell of its customers and products, others do.
  const profile = { ...customer, billing: ADDRESS, shipping: ADDRESS };
  const inventory = { onHand: parse(9), available: parse(8), modifiedAt: cart.modifiedAt };
  const part = { orderKey: recordKey(shop.id, 'order', orderId), customerKey: 'bc1:customer:1' };
  const partItems = [{ productId, sku: 'LT', name: 'Linen Towel', quantity: parse(2) }];
  const company = { id: '3', name: 'Acme', domain: 'acme.example', phone: '5125550100' };
  return {
    shop: shopInput(shop),
    product: productInput(shop, recordKey(shop.id, 'product', productId), {
      ...product,
      inventory,
    }),
    company: companyInput(shop, 'bc1:company:3', 'bc1:company:1', {
      ...company,
      billing: ADDRESS,
      shipping: ADDRESS,
    }),
    person: personInput(shop, booked, profile, NO_TOTALS, block, said),
    shipment: shipmentInput(
      shop,
      recordKey(shop.id, 'shipment', `${orderId}:1`),
      shipmentOf(orderId, partItems),
      part,
    ),
    return: returnInput(
      shop,
      recordKey(shop.id, 'return', '1'),
      returnOf(orderId, partItems),
      part,
    ),
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
    ...{ label: 'BigCommerce', timeZone: 'UTC', settings: {} },
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
