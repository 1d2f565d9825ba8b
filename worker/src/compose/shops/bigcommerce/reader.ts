import { asFailure } from '../../../shared/failure.ts';
import { readEach } from '../read-each.ts';
import type { ShopReader } from '../shop-reader.ts';
import { createBigCommerceClient, type BigCommerceAccess } from './client.ts';
import { remember } from '../memory.ts';
import { readNewestIds } from './newest-ids.ts';
import { readCarts } from './read-carts.ts';
import { readCustomers, readGroupNames } from './read-customers.ts';
import { readNewestOrderId, readOrder } from './read-orders.ts';
import { BRANDS, CATEGORIES, readNames } from './read-names.ts';
import { readProducts } from './read-products.ts';
import { readShipments } from './read-shipments.ts';
import { id as idShape } from '../shape.ts';
import { readStore } from './store.ts';

export interface BigCommerceReaderOptions extends BigCommerceAccess {
  now?: () => number;
}

const TEN_MINUTES = 600_000;

/**
 * Reads one BigCommerce store. Keep one reader per store: it remembers the names of groups,
 * categories and brands and the storefront's address for ten minutes, and its limiter is the store's.
 */
export function createBigCommerceReader(options: BigCommerceReaderOptions): ShopReader {
  const client = createBigCommerceClient(options);
  const keep = { keepMs: TEN_MINUTES, now: options.now };
  const groupNames = remember(() => readGroupNames(client), keep);
  const categoryNames = remember((ids) => readNames(client, CATEGORIES, ids), keep);
  const brandNames = remember((ids) => readNames(client, BRANDS, ids), keep);
  const storefrontUrl = remember(
    async () => new Map([['url', (await readStore(client)).url]]),
    keep,
  );

  async function storefront(): Promise<string | null> {
    try {
      return (await storefrontUrl.get(['url'])).get('url') ?? null;
    } catch (thrown) {
      const failure = asFailure(thrown);
      // A store that keeps its information to itself still has products.
      if (failure.kind === 'shop_auth') return null;
      throw failure;
    }
  }

  const people = { client, groupNames };

  return {
    readOrders: (ids, { refundsFor } = {}) =>
      readEach(ids, async (id) =>
        idShape.safeParse(id).success ? readOrder(client, id, refundsFor?.has(id) ?? false) : null,
      ),
    readCustomers: (ids) => readCustomers(people, ids),
    readCarts: (ids) =>
      readCarts(client, (needed) => readCustomers(people, needed, { onlyNames: true }), ids),
    readProducts: (ids) => readProducts({ client, categoryNames, brandNames, storefront }, ids),
    readShipments: (ids) => readShipments(client, ids),
    // The store has no API for returns; they come with their order, out of its refunds.
    readReturns: (ids) => Promise.resolve(new Map(ids.map((id) => [id, { missing: true }]))),
    readShop: () => readStore(client),
    newestOrderId: () => readNewestOrderId(client),
    newestIds: (kind, most) => readNewestIds(client, kind, most),
  };
}
