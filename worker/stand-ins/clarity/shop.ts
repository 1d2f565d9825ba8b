import type { Clock } from '../kit/clock.ts';
import type { Collection, Store } from '../kit/store.ts';
import type { TokenRow } from './api/access.ts';
import type { DeliveryRow } from './events/delivery-row.ts';
import type { Installation } from './installation.ts';
import type { Inventory, Product } from './records/goods-records.ts';
import type { Cart, Customer, Order, Return, Shipment } from './records/records.ts';

/** Who the shop is, and what a caller must know to be let in. */
export interface Identity {
  /** Origin of this server, for instance "http://127.0.0.1:4010". */
  url: string;
  shopId: string;
  name: string;
  timezone: string;
  clientId: string;
  clientSecret: string;
  apiKey: string;
}

export interface Rows {
  customers: Collection<Customer>;
  orders: Collection<Order>;
  carts: Collection<Cart>;
  products: Collection<Product>;
  /** By product and location. */
  inventory: Collection<Inventory>;
  shipments: Collection<Shipment>;
  returns: Collection<Return>;
  tokens: Collection<TokenRow>;
  deliveries: Collection<DeliveryRow>;
  installation: Collection<Installation>;
  /** For which state of it (`lastModified`) a cart was told as abandoned. */
  abandoned: Collection<string>;
}

/** What every part of the stand-in works on. */
export interface Shop {
  identity: Identity;
  clock: Clock;
  rows: Rows;
  /** The next number of a sequence such as "order". */
  next: (sequence: string, first?: number) => number;
  /** Tells the webhook, where there is one. `data` is the record as it is at this moment. */
  emit: (type: string, about: About, data: object) => void;
}

/** Which record an event is about, and what tells this state of it from the next. */
export interface About {
  kind: string;
  id: string;
  version: string;
}

export function openRows(store: Store): Rows {
  return {
    customers: store.collection('customers'),
    orders: store.collection('orders'),
    carts: store.collection('carts'),
    products: store.collection('products'),
    inventory: store.collection('inventory'),
    shipments: store.collection('shipments'),
    returns: store.collection('returns'),
    tokens: store.collection('tokens'),
    deliveries: store.collection('deliveries'),
    installation: store.collection('installation'),
    abandoned: store.collection('abandoned'),
  };
}

export function nowOf(shop: Shop): string {
  return shop.clock.now().toISOString();
}
