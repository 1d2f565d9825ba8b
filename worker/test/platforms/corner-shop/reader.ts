import { z } from 'zod';
import type { Cart, Customer, Order } from '../../../src/compose/canonical.ts';
import { callShop } from '../../../src/compose/shops/call-shop.ts';
import { nameCustomers } from '../../../src/compose/shops/name-customers.ts';
import { createRateLimiter } from '../../../src/compose/shops/rate-limiter.ts';
import { readEach } from '../../../src/compose/shops/read-each.ts';
import { decimal, moment, readShape, text, withRaw } from '../../../src/compose/shops/shape.ts';
import type { Read, ShopReader } from '../../../src/compose/shops/shop-reader.ts';
import { toCart, toCustomer, toOrder } from './to-canonical.ts';

const line = z.object({ what: z.string(), count: decimal, each: decimal });
export const customerShape = withRaw(
  z.object({ mail: text, name: text, since: moment, changed: moment }),
);
export const orderShape = withRaw(
  z.object({ buyer: text, basket: text, paid: decimal, at: moment, lines: z.array(line) }),
);
export const cartShape = withRaw(z.object({ buyer: text, changed: moment, lines: z.array(line) }));

/** Reads a corner shop, one call a record; it has neither stock nor shipments nor returns. */
export function createCornerReader(apiUrl: string, apiKey: string): ShopReader {
  const limiter = createRateLimiter();
  const get = (path: string): Promise<unknown> => {
    const headers = { 'x-corner-key': apiKey };
    return callShop({ limiter }, { method: 'GET', url: apiUrl + path, path, headers });
  };
  const oneOf =
    <Shape extends z.ZodType, Found>(
      kinds: string,
      shape: Shape,
      toFound: (id: string, row: z.output<Shape>) => Found,
    ) =>
    async (id: string): Promise<Found | null> => {
      const answer = await get(`/${kinds}/${encodeURIComponent(id)}`);
      return answer === null ? null : toFound(id, readShape(shape, answer, `/${kinds}`));
    };
  const readCustomer = oneOf<typeof customerShape, Customer>(
    'customers',
    customerShape,
    toCustomer,
  );
  const readOrder = oneOf<typeof orderShape, Order>('orders', orderShape, toOrder);
  const readCart = oneOf<typeof cartShape, Cart>('carts', cartShape, toCart);
  const readCustomers: ShopReader['readCustomers'] = (ids) => readEach(ids, readCustomer);

  return {
    readCustomers,
    readOrders: (ids) => readEach(ids, readOrder),
    async readCarts(ids) {
      const carts = await readEach(ids, readCart);
      await nameCustomers(carts, readCustomers);
      return carts;
    },
    readProducts: noneOf,
    readShipments: noneOf,
    readReturns: noneOf,
    async readShop() {
      const shape = z.object({ title: z.string(), site: z.string(), money: z.string() });
      const { title, site, money } = readShape(shape, await get('/shop'), '/shop');
      return { name: title, url: site, currency: money, timeZone: 'UTC', country: null };
    },
    newestOrderId: () => Promise.resolve(null),
    newestIds: () => Promise.resolve(null),
  };
}

function noneOf<Found>(ids: string[]): Promise<Map<string, Read<Found>>> {
  return Promise.resolve(new Map(ids.map((id) => [id, { missing: true as const }])));
}
