import type { Clock } from '../kit/clock.ts';
import type { Collection, Store } from '../kit/store.ts';
import type { CartRow } from './carts/cart-row.ts';
import type { BrandRow, CategoryRow, ProductRow } from './catalog/catalog-rows.ts';
import type {
  AddressRow,
  AttributeRow,
  AttributeValueRow,
  CustomerRow,
  GroupRow,
} from './customers/customer-rows.ts';
import type { DeliveryRow, HookRow } from './hooks/hook-rows.ts';
import type { OrderRow } from './orders/order-row.ts';
import type { RefundRow } from './orders/refund-row.ts';
import type { ShipmentRow } from './shipments/shipment-row.ts';
import type { SubscriberRow } from './subscribers/subscriber-row.ts';

/** Who the shop is, and what a caller must know to be let in. */
export interface Identity {
  /** Origin of this server, for instance "http://127.0.0.1:4010". */
  url: string;
  storeHash: string;
  storeId: number;
  accessToken: string;
  clientId: string;
  clientSecret: string;
}

export interface Rows {
  orders: Collection<OrderRow>;
  refunds: Collection<RefundRow>;
  shipments: Collection<ShipmentRow>;
  customers: Collection<CustomerRow>;
  addresses: Collection<AddressRow>;
  subscribers: Collection<SubscriberRow>;
  attributes: Collection<AttributeRow>;
  attributeValues: Collection<AttributeValueRow>;
  groups: Collection<GroupRow>;
  carts: Collection<CartRow>;
  products: Collection<ProductRow>;
  categories: Collection<CategoryRow>;
  brands: Collection<BrandRow>;
  hooks: Collection<HookRow>;
  deliveries: Collection<DeliveryRow>;
}

/** What every part of the stand-in works on. */
export interface Shop {
  identity: Identity;
  clock: Clock;
  rows: Rows;
  /** The next number of a sequence such as "order". */
  next: (sequence: string, first?: number) => number;
  /** Tells every active hook of this scope. */
  emit: (scope: string, data: object) => void;
}

export function openRows(store: Store): Rows {
  return {
    orders: store.collection('orders'),
    refunds: store.collection('refunds'),
    shipments: store.collection('shipments'),
    customers: store.collection('customers'),
    addresses: store.collection('addresses'),
    subscribers: store.collection('subscribers'),
    attributes: store.collection('attributes'),
    attributeValues: store.collection('attribute values'),
    groups: store.collection('groups'),
    carts: store.collection('carts'),
    products: store.collection('products'),
    categories: store.collection('categories'),
    brands: store.collection('brands'),
    hooks: store.collection('hooks'),
    deliveries: store.collection('deliveries'),
  };
}

export function nowOf(shop: Shop): string {
  return shop.clock.now().toISOString();
}
