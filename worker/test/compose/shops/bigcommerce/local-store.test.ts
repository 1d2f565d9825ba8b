import { afterAll, afterEach, beforeAll, describe, it, expect } from 'vitest';
import { HOOK_SCOPES } from '../../../../src/compose/shops/bigcommerce/hook-scopes.ts';
import { ensureHooks } from '../../../../src/compose/shops/bigcommerce/hooks.ts';
import { createBigCommerceReader } from '../../../../src/compose/shops/bigcommerce/reader.ts';
import type { ShopReader } from '../../../../src/compose/shops/shop-reader.ts';
import { startBigCommerce, type LocalStore } from '../../../../stand-ins/bigcommerce/start.ts';
import { failureKind, found } from './use-store.ts';

let store: LocalStore;
let reader: ShopReader;

beforeAll(async () => {
  store = await startBigCommerce();
});
afterEach(async () => {
  await store.reset();
});
afterAll(async () => {
  await store.close();
});

function read(): ShopReader {
  reader = createBigCommerceReader({ apiUrl: store.apiUrl, accessToken: store.accessToken });
  return reader;
}

/** A product of the local store's catalogue. */
async function anyProduct(): Promise<number> {
  const response = await fetch(`${store.apiUrl}/v3/catalog/products`, {
    headers: { 'x-auth-token': store.accessToken },
  });
  const { data } = (await response.json()) as { data: { id: number }[] };
  return data[0]?.id ?? 0;
}

async function refund(orderId: number, amount: number): Promise<void> {
  const response = await fetch(`${store.apiUrl}/v3/orders/${orderId}/payment_actions/refunds`, {
    method: 'POST',
    headers: { 'x-auth-token': store.accessToken, 'content-type': 'application/json' },
    body: JSON.stringify({
      items: [{ item_type: 'ORDER', item_id: orderId, amount }],
      payments: [{ provider_id: 'storecredit', amount, offline: false }],
    }),
  });
  if (!response.ok) throw new Error(`The refund was answered ${response.status}.`);
}

describe('the local store', () => {
  it('gives an order whose amounts add up, in one call', async () => {
    const productId = await anyProduct();
    const wish = { email: 'Jane@Example.com', firstName: 'Jane', lastName: 'Doe' };
    const { orderId, cartId } = store.shoppers.placeOrder({
      ...wish,
      items: [{ productId, quantity: 3 }],
    });
    store.journal.clear();
    const order = found((await read().readOrders([String(orderId)])).get(String(orderId)));
    expect(order).toMatchObject({
      customerId: null,
      email: 'jane@example.com',
      lastName: 'Doe',
      status: 'Awaiting Fulfillment',
      currency: 'USD',
      itemCount: 3,
      refunded: '0',
      cartId,
      archived: false,
    });
    expect(order.items).toMatchObject([{ productId: String(productId), quantity: '3' }]);
    const { subtotal, shippingCost, tax, discount, total } = order;
    const cents = [subtotal, shippingCost, tax].reduce((sum, each) => sum + Number(each) * 1e4, 0);
    expect(cents - Number(discount) * 1e4).toBeCloseTo(Number(total) * 1e4, 0);
    expect(store.journal.list()).toHaveLength(1);
  });

  it('gives what was paid back', async () => {
    const items = [{ productId: await anyProduct(), quantity: 1 }];
    const { orderId } = store.shoppers.placeOrder({ email: 'jane@example.com', items });
    await refund(orderId, 5);
    const order = found((await read().readOrders([String(orderId)])).get(String(orderId)));
    expect(order).toMatchObject({ status: 'Partially Refunded', refunded: '5' });
  });

  it('gives what came back of an order, by its refunds', async () => {
    const wish = { email: 'jane@example.com', items: [{ productId: 86, quantity: 2 }] };
    const { orderId } = store.shoppers.placeOrder(wish);
    const id = String(orderId);
    const items = [{ productId: 86, quantity: 1 }];
    const { refundedAmount } = store.shoppers.refund({ orderId, items, reason: 'Too heavy' });
    const { returns, refunded } = found((await read().readOrders([id])).get(id));
    expect(returns).toMatchObject([
      { id: '1', orderId: id, reason: 'Too heavy', status: 'Refunded', amount: refundedAmount },
    ]);
    expect(returns[0]?.items).toEqual([
      { productId: '86', sku: 'CP-26', name: 'Cast Iron Pan', quantity: '1' },
    ]);
    expect(refunded).toBe(refundedAmount);
  });

  it('gives the shipments of an order in one call', async () => {
    const wish = { email: 'jane@example.com', items: [{ productId: 86, quantity: 2 }] };
    const { orderId } = store.shoppers.placeOrder(wish);
    const items = [{ productId: 86, quantity: 1 }];
    const first = store.shoppers.ship({ orderId, items, carrier: 'ups', trackingNumber: '1Z9' });
    const second = store.shoppers.ship({ orderId });
    store.journal.clear();
    const ids = [`${orderId}:${first}`, `${orderId}:${second}`, `${orderId}:99`];
    const reads = await read().readShipments(ids);
    expect(store.journal.list()).toHaveLength(1);
    expect(found(reads.get(ids[0] ?? ''))).toMatchObject({
      orderId: String(orderId),
      carrier: 'UPS',
      trackingNumber: '1Z9',
      items: [{ productId: '86', quantity: '1' }],
    });
    expect(found(reads.get(ids[1] ?? '')).trackingNumber).toBeNull();
    expect(reads.get(ids[2] ?? '')).toEqual({ missing: true });
  });

  it('gives what a customer said of mail, also when only the subscriber is named', async () => {
    const wish = { email: 'Ann@example.com', firstName: 'Ann', lastName: 'Lee' };
    const customerId = store.shoppers.register({ ...wish, acceptsMarketing: false });
    const id = String(customerId);
    const before = found((await read().readCustomers([id])).get(id));
    expect(before.consent).toEqual({ marketing: null, cartMail: false });
    const subscriberId = store.shoppers.subscribe({ email: 'ann@example.com' });
    const look = `subscriber:${subscriberId}`;
    const after = found((await reader.readCustomers([look])).get(look));
    expect(after).toMatchObject({ id, consent: { marketing: true, cartMail: false } });
    store.shoppers.changeConsent({ customerId, emailConsent: false, cartMailConsent: true });
    const last = found((await reader.readCustomers([id])).get(id));
    expect(last.consent).toEqual({ marketing: false, cartMail: true });
  });

  it('gives an order in another currency with the rate back', async () => {
    const items = [{ productId: await anyProduct(), quantity: 1 }];
    const wish = { email: 'jane@example.com', currency: 'EUR', items };
    const { orderId } = store.shoppers.placeOrder(wish);
    const order = found((await read().readOrders([String(orderId)])).get(String(orderId)));
    expect(order).toMatchObject({ currency: 'EUR', shopCurrency: 'USD' });
    expect(Number(order.rateToShop)).toBeGreaterThan(1);
  });

  it('gives an unfinished order as incomplete', async () => {
    const items = [{ productId: await anyProduct(), quantity: 1 }];
    const cartId = store.shoppers.startCart({ email: 'jane@example.com', items });
    const orderId = String(store.shoppers.reachPayment(cartId));
    expect(found((await read().readOrders([orderId])).get(orderId)).status).toBe('Incomplete');
  });

  it('gives a guest’s cart with the email from the checkout', async () => {
    const cartId = store.shoppers.startCart({
      items: [{ productId: await anyProduct(), quantity: 2 }],
    });
    const before = found((await read().readCarts([cartId])).get(cartId));
    expect(before).toMatchObject({ email: null, itemCount: 2 });
    store.shoppers.typeEmail(cartId, 'Bo@Example.com', 'Bo', 'Ray');
    const after = found((await reader.readCarts([cartId])).get(cartId));
    expect(after.email).toBe('bo@example.com');
  });

  it('gives a cart with the email and name of who signed in', async () => {
    const person = { email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee' };
    const customerId = store.shoppers.register(person);
    const items = [{ productId: await anyProduct(), quantity: 1 }];
    const cartId = store.shoppers.startCart({ customerId, items });
    const cart = found((await read().readCarts([cartId])).get(cartId));
    expect(cart).toMatchObject({ customerId: String(customerId), email: 'ann@example.com' });
  });

  it('has no cart any more once it was paid', async () => {
    const items = [{ productId: await anyProduct(), quantity: 1 }];
    const { cartId } = store.shoppers.placeOrder({ email: 'jane@example.com', items });
    expect((await read().readCarts([cartId])).get(cartId)).toEqual({ missing: true });
  });

  it('gives customers, and says which are not there', async () => {
    const person = { email: 'Ann@Example.com', firstName: 'Ann', lastName: 'Lee' };
    const id = String(store.shoppers.register(person));
    const reads = await read().readCustomers([id, '99999']);
    expect(found(reads.get(id))).toMatchObject({ email: 'ann@example.com', firstName: 'Ann' });
    expect(reads.get('99999')).toEqual({ missing: true });
  });

  it('gives products with the names of their categories', async () => {
    const id = String(await anyProduct());
    const product = found((await read().readProducts([id])).get(id));
    expect(product.categories.length).toBeGreaterThan(0);
    expect(product).toMatchObject({ brand: 'Acme', active: true, inventory: null });
    expect(product.imageUrl).toMatch(/^https:/);
    expect(product.url).toMatch(/^https?:\/\/.+\/.+/);
    expect(product.modifiedAt).toMatch(/^20.+Z$/);
    expect(product.raw).toMatchObject({ type: 'physical', is_visible: true, custom_fields: [] });
  });

  it('tells who it is', async () => {
    expect(await read().readShop()).toMatchObject({ currency: 'USD' });
  });

  it('that falls silent fails what was asked, and nothing that is asked later', async () => {
    const id = String(store.shoppers.register({ email: 'a@b.co', firstName: 'A', lastName: 'B' }));
    store.faults.add({ path: '/v3/customers', drop: true });
    expect(failureKind((await read().readCustomers([id])).get(id))).toBe('shop_unavailable');
    expect(found((await reader.readCustomers([id])).get(id)).id).toBe(id);
  });

  it('with another token lets nobody in', async () => {
    const stranger = createBigCommerceReader({ apiUrl: store.apiUrl, accessToken: 'wrong' });
    await expect(stranger.readShop()).rejects.toMatchObject({ kind: 'shop_auth' });
  });

  it('is given all hooks once, however often they are asked for', async () => {
    const options = {
      apiUrl: store.apiUrl,
      accessToken: store.accessToken,
      destination: 'http://127.0.0.1:9/hooks/shop-1',
      secretHeader: { name: 'X-Cartbridge-Secret', value: 'secret-1' },
    };
    expect((await ensureHooks(options)).created).toHaveLength(HOOK_SCOPES.length);
    expect((await ensureHooks(options)).kept).toHaveLength(HOOK_SCOPES.length);
    const rotated = { ...options, secretHeader: { ...options.secretHeader, value: 'secret-2' } };
    expect((await ensureHooks(rotated)).updated).toHaveLength(HOOK_SCOPES.length);
  });

  it('is not asked for more than its quota allows', async () => {
    const small = await startBigCommerce({ quota: 10 });
    try {
      const one = createBigCommerceReader({
        apiUrl: small.apiUrl,
        accessToken: small.accessToken,
      });
      const ids = Array.from({ length: 30 }, (_, index) => String(index + 1));
      const reads = await one.readOrders(ids);
      expect([...reads.values()].map(failureKind)).toContain('shop_rate_limited');
      expect(small.journal.list().filter(({ status }) => status === 429)).toEqual([]);
      expect(small.journal.list().length).toBeLessThanOrEqual(8);
    } finally {
      await small.close();
    }
  });
});
