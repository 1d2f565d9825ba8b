import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/shared/time.ts';
import { failureKind, found } from '../bigcommerce/use-store.ts';
import { useSmallShops } from './use-clarity.ts';

const smallShop = useSmallShops();

const ORDER = {
  ...{ orderId: 'o1', orderDate: '2026-03-08T01:30:00', totalAmount: '20.00', currency: 'usd' },
  ...{ status: 'Glazing', email: ' Ada@Example.com ', billing: { name: 'Ada King Lovelace' } },
  lineItems: [{ sku: 'LT', quantity: 2, unitPrice: '8.10', note: 'Pay with 4111 1111 1111 1111' }],
  payment: { card: '4111111111111111' },
};

describe('an order', () => {
  it('that says little is filled up with what follows from it', async () => {
    const { reader } = await smallShop({ '/v1/orders/o1': { body: ORDER } });

    expect(found((await reader.readOrders(['o1'])).get('o1'))).toMatchObject({
      ...{ number: 'o1', firstName: 'Ada King', lastName: 'Lovelace', email: 'ada@example.com' },
      ...{ status: 'Awaiting Fulfillment', shopStatus: 'Glazing', currency: 'USD' },
      ...{ subtotal: '16.2', refunded: '0', net: '20', itemCount: 2, cartId: null },
      items: [{ id: '1', name: 'LT', unitPrice: '8.1', total: '16.2' }],
    });
  });

  it.each([
    ['before the clocks change', '2026-03-08T01:30:00', '2026-03-08T07:30:00.000Z'],
    ['in the hour that spring leaves out', '2026-03-08T02:30:00', '2026-03-08T08:30:00.000Z'],
    ['in the hour that autumn has twice', '2026-11-01T01:30:00', '2026-11-01T06:30:00.000Z'],
    ['with an offset', '2026-11-01T01:30:00-06:00', '2026-11-01T07:30:00.000Z'],
  ])('placed %s has the moment that the shop meant', async (_, orderDate, moment) => {
    const { reader } = await smallShop({ '/v1/orders/o1': { body: { ...ORDER, orderDate } } });

    const order = found((await reader.readOrders(['o1'])).get('o1'));

    expect(order).toMatchObject({
      placedAt: moment,
      modifiedAt: moment,
      placedAtSource: orderDate,
    });
  });

  it('brings no card number along, wherever somebody wrote one', async () => {
    const { reader } = await smallShop({ '/v1/orders/o1': { body: ORDER } });

    const order = found((await reader.readOrders(['o1'])).get('o1'));

    expect(JSON.stringify(order)).not.toMatch(/4111/);
    expect(order.items[0]?.raw).toMatchObject({ note: 'Pay with [removed]' });
  });

  it('in another currency has a rate only where the shop tells one', async () => {
    const inEuros = { ...ORDER, currency: 'EUR' };
    const { reader } = await smallShop({
      '/v1/orders/o1': { body: inEuros },
      '/v1/orders/o2': { body: { ...inEuros, orderId: 'o2', exchangeRate: '1.08' } },
    });

    const orders = await reader.readOrders(['o1', 'o2']);

    expect(found(orders.get('o1')).rateToShop).toBeNull();
    expect(found(orders.get('o2')).rateToShop).toBe('1.08');
  });

  it('without a total fails alone, and names the field', async () => {
    const { reader } = await smallShop({
      '/v1/orders/o1': { body: { ...ORDER, totalAmount: 'about 20' } },
      '/v1/orders/o2': { body: { ...ORDER, orderId: 'o2' } },
    });

    const orders = await reader.readOrders(['o1', 'o2']);

    const failed = orders.get('o1');
    expect(failed && 'failed' in failed && failed.failed.message).toMatch(/totalAmount/);
    expect(found(orders.get('o2')).id).toBe('o2');
  });
});

describe('a cart', () => {
  const CART = { cartId: 'k1', lastModified: '2026-03-05T10:00:00Z', items: [], total: '5.00' };

  it.each([
    [undefined, 'Shopping'],
    ['Sample Request', 'Sample'],
    ['wedding registry', 'List'],
  ])('of the kind %s is a %s', async (kind, read) => {
    const { reader } = await smallShop({ '/v1/carts/k1': { body: { ...CART, kind } } });

    expect(found((await reader.readCarts(['k1'])).get('k1')).kind).toBe(read);
  });
});

describe('products', () => {
  const product = (productId: string) => ({ body: { productId, name: 'Towel', price: '9.00' } });
  const place = (productId: string, onHand: number | null) => ({ productId, onHand });

  it('cost one call for the stock of all of them, in all places', async () => {
    const { reader, asked } = await smallShop({
      '/v1/products/p1': product('p1'),
      '/v1/products/p2': product('p2'),
      '/v1/inventory': (query) =>
        query.has('cursor')
          ? { body: { data: [place('p1', 4)], nextCursor: null } }
          : { body: { data: [place('p1', 3), place('p1', null)], nextCursor: 'two' } },
    });

    const products = await reader.readProducts(['p1', 'p2', 'p3']);

    expect(found(products.get('p1')).inventory).toEqual({
      ...{ onHand: '7', available: null, modifiedAt: null },
    });
    expect(found(products.get('p2')).inventory).toBeNull();
    expect(products.get('p3')).toEqual({ missing: true });
    expect(asked().filter((path) => path.startsWith('/v1/inventory'))).toEqual([
      '/v1/inventory?productId=p1&productId=p2&limit=200',
      '/v1/inventory?productId=p1&productId=p2&limit=200&cursor=two',
    ]);
  });

  it('fail where the shop does not tell their stock, and have none where it keeps none', async () => {
    const failing = await smallShop({
      '/v1/products/p1': product('p1'),
      '/v1/inventory': { status: 500 },
    });
    const without = await smallShop({ '/v1/products/p1': product('p1') });

    expect(failureKind((await failing.reader.readProducts(['p1'])).get('p1'))).toBe(
      'shop_unavailable',
    );
    expect(found((await without.reader.readProducts(['p1'])).get('p1')).inventory).toBeNull();
  });
});

describe('changes', () => {
  const SINCE = '2026-03-05T10:00:00.000Z' as Instant;

  it('come page by page, with the time they were made and a sign of their state', async () => {
    const { reader, asked } = await smallShop({
      '/v1/inventory': (query) => ({
        body: query.has('cursor')
          ? { data: [{ productId: 'p1', location: 'north', onHand: 2 }], nextCursor: '' }
          : {
              data: [
                {
                  productId: 'p1',
                  location: 'main',
                  onHand: 1,
                  updatedDate: '2026-03-05T05:00:00',
                },
              ],
              nextCursor: 'two',
            },
      }),
    });

    const first = await reader.changedSince?.('inventory', SINCE, null);
    const second = await reader.changedSince?.('inventory', SINCE, 'two');

    expect(first).toMatchObject({
      next: 'two',
      changes: [{ id: 'p1', modifiedAt: '2026-03-05T11:00:00.000Z' }],
    });
    // Without a readable date the look at the record itself tells what is wrong.
    expect(second).toMatchObject({ next: null, changes: [{ id: 'p1', modifiedAt: SINCE }] });
    expect(first?.changes[0]?.part).not.toBe(second?.changes[0]?.part);
    expect(asked()).toEqual([
      `/v1/inventory?modifiedSince=${SINCE}&limit=200`,
      `/v1/inventory?modifiedSince=${SINCE}&limit=200&cursor=two`,
    ]);
  });

  it('of a kind that the shop does not have never come', async () => {
    const { reader } = await smallShop({});

    expect(await reader.changedSince?.('return', SINCE, null)).toEqual({ changes: [], next: null });
  });
});
