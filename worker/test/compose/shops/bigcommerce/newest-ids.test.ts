import { describe, expect, it } from 'vitest';
import type { BigCommerceClient, Query } from '../../../../src/compose/shops/bigcommerce/client.ts';
import { readNewestIds } from '../../../../src/compose/shops/bigcommerce/newest-ids.ts';

/** A store that answers one list, and what it was asked. */
function storeWith(answer: unknown): { client: BigCommerceClient; asked: [string, Query?][] } {
  const asked: [string, Query?][] = [];
  const client: BigCommerceClient = {
    get(path, query) {
      asked.push(query ? [path, query] : [path]);
      return Promise.resolve(answer);
    },
    send: () => Promise.reject(new Error('Nobody writes here.')),
  };
  return { client, asked };
}

describe('the newest records of a store', () => {
  it('are its last orders, unfinished checkouts left out', async () => {
    const rows = [
      { id: 9, status_id: 0 },
      { id: 8, status_id: 11 },
      { id: 7, status_id: 5 },
      { id: 6, status_id: 11 },
    ];
    const { client, asked } = storeWith(rows);
    expect(await readNewestIds(client, 'order', 2)).toEqual(['8', '7']);
    expect(asked).toEqual([['/v2/orders', { sort: 'date_created:desc', limit: 52 }]]);
  });

  it('are none where the store answers an empty v2 list with nothing', async () => {
    expect(await readNewestIds(storeWith(null).client, 'order', 2)).toEqual([]);
  });

  it.each([
    ['customer', '/v3/customers', { sort: 'date_created:desc', limit: 2 }],
    ['product', '/v3/catalog/products', { sort: 'date_modified', direction: 'desc', limit: 2 }],
  ] as const)('of kind %s come in one call, however many there are', async (kind, path, query) => {
    const data = [{ id: 3 }, { id: 2 }];
    const { client, asked } = storeWith({ data, meta: { pagination: { total_pages: 90 } } });
    expect(await readNewestIds(client, kind, 2)).toEqual(['3', '2']);
    expect(asked).toMatchObject([[path, query]]);
  });

  it('are not known of carts, of which it has no list', async () => {
    const { client, asked } = storeWith({ data: [] });
    expect(await readNewestIds(client, 'cart', 2)).toBeNull();
    expect(asked).toEqual([]);
  });
});
