import { describe, expect, it } from 'vitest';
import { bookOrders } from '../../src/compose/books/order-ledger.ts';
import { readRecords } from '../../src/compose/read-records.ts';
import { hear } from '../../src/compose/shops/bigcommerce/heard.ts';
import type { OpenShop } from '../../src/compose/shops/open-shops.ts';
import type { Task } from '../../src/compose/task.ts';
import { recordKey, type ShopId } from '../../src/shared/ids.ts';
import { orderOf } from './books/order-fixture.ts';
import { useDatabase } from './use-database.ts';

const SHOP = 'bc-reads' as ShopId;
const { pool, newOrg } = useDatabase();

/** A shop that has nothing, and notes what it was asked for. */
function openShop(): { open: OpenShop; asked: Record<string, string[]> } {
  const asked: Record<string, string[]> = {};
  const note = (kind: string, ids: Iterable<string>): Promise<Map<string, { missing: true }>> => {
    asked[kind] = [...ids];
    return Promise.resolve(new Map(asked[kind].map((id) => [id, { missing: true }])));
  };
  const reader: OpenShop['reader'] = {
    readOrders: (ids, { refundsFor = new Set<string>() } = {}) => {
      asked.refunds = [...refundsFor];
      return note('orders', ids);
    },
    readCarts: (ids) => note('carts', ids),
    readCustomers: (ids) => note('customers', ids),
    readProducts: (ids) => note('products', ids),
    readShipments: (ids) => note('shipments', ids),
    readReturns: (ids) => note('returns', ids),
    readShop: () => Promise.reject(new Error('Nobody asks for it here.')),
    newestOrderId: () => Promise.resolve(null),
    newestIds: () => Promise.resolve([]),
  };
  return { open: { shop: { id: SHOP } as OpenShop['shop'], reader, hear }, asked };
}

function task(kind: string, id: string, scope: string, data: object = {}): Task {
  const body = JSON.stringify({ created_at: 1_790_000_000, data });
  const events = [{ scope, body, receivedAt: new Date() }];
  return { key: recordKey(SHOP, kind, id), shopId: SHOP, events };
}

describe('reading records from the shop', () => {
  it('asks for the refunds of an order whose refund was just heard of, known or not', async () => {
    const org = await newOrg();
    const known = orderOf({ id: '1' });
    const key = recordKey(SHOP, 'order', '1');
    await bookOrders(pool(), org, 'USD', [{ key, order: known, person: null, interests: [] }]);
    const { open, asked } = openShop();

    await readRecords(pool(), open, [
      task('order', '1', 'store/order/refund/created'),
      task('order', '2', 'store/order/refund/created'),
      task('order', '3', 'store/order/updated'),
    ]);

    expect(asked).toEqual({ orders: ['1', '2', '3'], refunds: ['1', '2'] });
  });

  it('asks for the refunds of an order that had one before, whatever is heard', async () => {
    const org = await newOrg();
    const refunded = orderOf({ id: '11', amount: '10', net: '4' });
    const key = recordKey(SHOP, 'order', '11');
    await bookOrders(pool(), org, 'USD', [{ key, order: refunded, person: null, interests: [] }]);
    const { open, asked } = openShop();

    await readRecords(pool(), open, [task('order', '11', 'store/order/updated')]);

    expect(asked.refunds).toEqual(['11']);
  });

  it('does not ask for a cart that was bought, nor for kinds without a task', async () => {
    const { open, asked } = openShop();

    const { carts } = await readRecords(pool(), open, [
      task('cart', 'a', 'store/cart/converted', { orderId: 7 }),
      task('cart', 'b', 'store/cart/updated'),
    ]);

    expect(asked).toEqual({ carts: ['b'] });
    expect(carts.map(({ record, heard }) => [record, heard.converted?.orderId])).toEqual([
      [null, '7'],
      [null, undefined],
    ]);
  });
});
