import { isTimeZone } from '#mapping-engine/timeZone';
import { nameCustomers } from '../name-customers.ts';
import { readEach } from '../read-each.ts';
import type { ShopReader } from '../shop-reader.ts';
import { cartReader } from './carts.ts';
import { readChanges } from './changes.ts';
import { createClarityClient, type ClarityConnection } from './client.ts';
import { customerReader } from './customers.ts';
import { newestIds, newestOrders } from './newest.ts';
import { returnReader, shipmentReader } from './order-parts.ts';
import { orderReader } from './orders.ts';
import { productReader } from './products.ts';
import type { ClaritySettings } from './settings.ts';
import { momentIn } from './shapes.ts';
import { readShopInfo } from './shop-info.ts';
import { createSource } from './source.ts';

export interface ClarityReaderOptions extends ClarityConnection {
  settings: ClaritySettings;
}

/** Among so many orders that changed last is the one that was placed last. */
const LOOKED_AT = 50;

/**
 * Reads one shop that speaks the contract of docs/clarity-events.md. Keep one reader per shop: its
 * token and its limiter are the shop's.
 */
export function createClarityReader({ settings, ...connection }: ClarityReaderOptions): ShopReader {
  const client = createClarityClient(connection);
  const moment = momentIn(isTimeZone(settings.timeZone) ? settings.timeZone : 'UTC');
  const sourceOf = (kind: Parameters<typeof createSource>[1]) =>
    createSource(client, kind, settings.paths);
  const sources = {
    ...{ customer: sourceOf('customer'), product: sourceOf('product') },
    ...{ inventory: sourceOf('inventory'), order: sourceOf('order'), cart: sourceOf('cart') },
    ...{ shipment: sourceOf('shipment'), return: sourceOf('return') },
  };

  const readCustomer = customerReader(sources.customer, moment);
  const readOrder = orderReader(sources.order, moment, settings);
  const readCart = cartReader(sources.cart, moment, settings);
  const readShipment = shipmentReader(sources.shipment, moment);
  const readReturn = returnReader(sources.return, moment, settings);
  const customers: ShopReader['readCustomers'] = (ids) => readEach(ids, readCustomer);

  return {
    readCustomers: customers,
    readOrders: (ids) => readEach(ids, readOrder),
    async readCarts(ids) {
      const carts = await readEach(ids, readCart);
      await nameCustomers(carts, customers);
      return carts;
    },
    readProducts: productReader(sources.product, sources.inventory, moment),
    readShipments: (ids) => readEach(ids, readShipment),
    readReturns: (ids) => readEach(ids, readReturn),
    readShop: () => readShopInfo(client, settings),
    async newestOrderId() {
      const orders = await newestOrders(sources.order, moment, LOOKED_AT);
      const latest = orders.toSorted((one, other) => (one.placedAt < other.placedAt ? 1 : -1));
      return latest[0]?.id ?? null;
    },
    async newestIds(kind, most) {
      if (kind !== 'order') return newestIds(sources[kind], most);
      return (await newestOrders(sources.order, moment, most)).map(({ id }) => id);
    },
    changedSince: (kind, since, cursor) => readChanges(sources[kind], kind, moment, since, cursor),
  };
}
