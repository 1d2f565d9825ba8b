import { defaultTemplate, type Mapping } from '#mapping-engine';
import type {
  Cart,
  Customer,
  Order,
  Product,
  Return,
  Shipment,
} from '../../src/compose/canonical.ts';
import { composeShop } from '../../src/compose/compose-shop.ts';
import type { Heard } from '../../src/compose/shops/heard.ts';
import type { OpenShop } from '../../src/compose/shops/open-shops.ts';
import type { Read, ShopReader } from '../../src/compose/shops/shop-reader.ts';
import type { Outcome, ShopEvent } from '../../src/compose/task.ts';
import type { SalesforceClient } from '../../src/deliver/salesforce/client.ts';
import { recordKey, type OrgId, type RecordKey, type ShopId } from '../../src/shared/ids.ts';
import { saveVersion } from '../../src/shared/mapping-versions.ts';
import { useOrgs, type UsedOrg, type UseOrgOptions } from '../deliver/use-org.ts';
import { orderOf, type OrderWishes } from './books/order-fixture.ts';

const SHOP = 'bc1' as ShopId;

/** A shop whose records are what a test puts there, and a real org behind it. */
export interface UsedShop extends UsedOrg {
  orders: Map<string, Order>;
  carts: Map<string, Cart>;
  customers: Map<string, Customer>;
  products: Map<string, Product>;
  shipments: Map<string, Shipment>;
  returns: Map<string, Return>;
  open: OpenShop;
  /** Puts an order there, or changes it: an hour later each time. */
  putOrder(wishes: OrderWishes): void;
  /** Publishes the shop's first template with some changes; the number of the version. */
  publish(change?: (mapping: Mapping) => void): Promise<number>;
  /** Brings records up to date: `order:1`, `cart:7`, `customer:11`; each one's outcome. */
  compose(names: string[], more?: More): Promise<Outcome[]>;
}

interface More {
  client?: SalesforceClient;
  heard?: Heard;
  events?: ShopEvent[];
}

export function useShops(): (options?: UseOrgOptions) => Promise<UsedShop> {
  const useOrg = useOrgs();
  return async (options = {}) => {
    const used = await useOrg(options);
    const { client: own, pool } = used;
    const orders = new Map<string, Order>();
    const carts = new Map<string, Cart>();
    const customers = new Map<string, Customer>();
    const products = new Map<string, Product>();
    const shipments = new Map<string, Shipment>();
    const returns = new Map<string, Return>();
    const reader: ShopReader = {
      readOrders: (ids) => Promise.resolve(answers(orders, ids)),
      readCarts: (ids) => Promise.resolve(answers(carts, ids)),
      readCustomers: (ids) => Promise.resolve(answers(customers, ids)),
      readProducts: (ids) => Promise.resolve(answers(products, ids)),
      readShipments: (ids) => Promise.resolve(answers(shipments, ids)),
      readReturns: (ids) => Promise.resolve(answers(returns, ids)),
      readShop: () => Promise.reject(new Error('Nobody asks for it here.')),
      newestOrderId: () => Promise.resolve(null),
      newestIds: () => Promise.resolve([]),
    };
    const shop = {
      id: SHOP,
      orgId: 'org-1' as OrgId,
      platform: 'bigcommerce',
      apiUrl: '',
      producer: 'stores/abc',
      name: 'Test shop',
      storefrontUrl: 'https://shop.example',
      currency: 'USD',
      webhookUrl: '',
      sealedSecrets: '',
      ...{ label: 'BigCommerce', timeZone: 'UTC', settings: {} },
    };
    await pool.query(
      `insert into cartbridge.shop (id, org_id, platform, api_url, producer, name, secrets)
       values ($1, $2, $3, '', $4, $5, '')`,
      [shop.id, shop.orgId, shop.platform, shop.producer, shop.name],
    );
    let hour = 0;
    return {
      ...used,
      orders,
      carts,
      customers,
      products,
      shipments,
      returns,
      open: { shop, reader, label: 'BigCommerce', hear: () => ({}) },
      putOrder(wishes) {
        hour += 1;
        const modifiedAt = new Date(Date.UTC(2026, 10, 20, 12 + hour)).toISOString();
        orders.set(wishes.id, {
          ...orderOf(wishes),
          modifiedAt: modifiedAt as Order['modifiedAt'],
        });
      },
      async publish(change = () => undefined) {
        const definition = structuredClone(defaultTemplate('bigcommerce').mapping);
        change(definition);
        const { number } = await saveVersion(pool, {
          ...{ shopId: SHOP, orgId: shop.orgId, definition, salesforceId: null },
          ...{ author: 'Ada', reason: 'A test' },
        });
        return number;
      },
      async compose(names, { client = own, heard = {}, events = [] } = {}) {
        const keys = names.map((name) => keyOf(name));
        const open = { shop, reader, label: 'BigCommerce', hear: () => heard };
        const tasks = keys.map((key) => ({ key, shopId: SHOP, events }));
        const outcomes = await composeShop(pool, client, open, tasks);
        return keys.map((key) => outcomes.get(key) ?? fail(key));
      },
    };
  };
}

function keyOf(name: string): RecordKey {
  const [kind = '', ...id] = name.split(':');
  return recordKey(SHOP, kind, id.join(':'));
}

function answers<Found>(records: Map<string, Found>, ids: string[]): Map<string, Read<Found>> {
  return new Map(
    ids.map((id) => {
      const found = records.get(id);
      return [id, found === undefined ? { missing: true as const } : { found }];
    }),
  );
}

function fail(key: RecordKey): never {
  throw new Error(`Nothing became of ${key}.`);
}

/** The failure's kind; undefined when it did not fail. */
export function kindOf(outcome: Outcome | undefined): string | undefined {
  return outcome?.result === 'failed' ? outcome.failure.kind : undefined;
}
