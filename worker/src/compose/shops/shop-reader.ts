import type { Failure } from '../../shared/failure.ts';
import type { RecordKind } from '../../shared/ids.ts';
import type { Cart, Customer, Order, Product, Return, Shipment } from '../canonical.ts';
import type { Instant } from '../../shared/time.ts';

/** What became of one record of a batch. */
export type Read<Found> = { found: Found } | { missing: true } | { failed: Failure };

export interface ShopInfo {
  name: string;
  /** Absolute, without a trailing slash. */
  url: string;
  /** ISO 4217. */
  currency: string;
  /** IANA. */
  timeZone: string;
  /** ISO 3166-1 alpha-2; null when the shop does not tell. */
  country: string | null;
}

export interface ReadOrdersOptions {
  /** Orders that are known to have refunds, whatever their status says. */
  refundsFor?: ReadonlySet<string>;
}

/**
 * What Cartbridge asks of a shop, whatever its platform. Every map answers every id it was asked
 * for, and one bad record never fails its batch. Only the last three throw, and only a Failure.
 */
export interface ShopReader {
  readOrders(ids: string[], options?: ReadOrdersOptions): Promise<Map<string, Read<Order>>>;
  readCustomers(ids: string[]): Promise<Map<string, Read<Customer>>>;
  readCarts(ids: string[]): Promise<Map<string, Read<Cart>>>;
  readProducts(ids: string[]): Promise<Map<string, Read<Product>>>;
  readShipments(ids: string[]): Promise<Map<string, Read<Shipment>>>;
  readReturns(ids: string[]): Promise<Map<string, Read<Return>>>;
  readShop(): Promise<ShopInfo>;
  /** The id of the order that was placed last; null in a shop without any. */
  newestOrderId(): Promise<string | null>;
  /** At most so many, newest first; null where the shop has no list of them. */
  newestIds(kind: RecordKind, most: number): Promise<string[] | null>;
  /**
   * A page of the records of a kind that changed since, oldest change first. Absent where the shop
   * cannot be asked that; it then has to tell by webhooks.
   * @param kind `inventory` names products
   */
  changedSince?(
    kind: PolledKind,
    since: Instant,
    cursor: string | null,
  ): Promise<{ changes: Change[]; next: string | null }>;
}

/** In the order in which they are asked for: whose an order is is known before the order. */
export const POLLED_KINDS = [
  'customer',
  'product',
  'inventory',
  'order',
  'cart',
  'shipment',
  'return',
] as const;
export type PolledKind = (typeof POLLED_KINDS)[number];

/** That a record changed, and what tells this change from the next. */
export interface Change {
  id: string;
  modifiedAt: Instant;
  /** The record's modified time or a digest of it. */
  version: string;
  /** Which part of the record it is, where parts of one change by themselves: a place of a stock. */
  part?: string;
  /** What the list already says beyond "look". */
  hint?: ChangeHint;
}

export interface ChangeHint {
  /** The order that a cart became. */
  orderId?: string;
  /** The customers that became this one. */
  mergedCustomerIds?: string[];
}
