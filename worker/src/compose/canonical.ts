/**
 * A shop's records in one language, whatever the platform. Money is decimal text in the record's
 * own currency, moments are UTC; null says that the shop does not know. `raw` is the shop's own
 * record, less what may never come in; null where none was read.
 */
import type { OrderStatus } from '#mapping-engine/orderStatuses';
import type { Decimal, Money } from '../shared/money.ts';
import type { Instant } from '../shared/time.ts';
import type { ShopRecord } from './shops/raw.ts';

export type { Decimal, Instant, Money, ShopRecord };
export { ORDER_STATUSES } from '#mapping-engine/orderStatuses';

/** `Incomplete` is no order yet: the shopper reached the payment page and did not finish. */
export type CanonicalOrderStatus = 'Incomplete' | OrderStatus;

export interface Customer {
  id: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  phone: string | null;
  /** The name of the customer group. */
  group: string | null;
  createdAt: Instant;
  modifiedAt: Instant;
  raw: ShopRecord | null;
}

export interface Order {
  id: string;
  /** What the shopper knows the order by. */
  number: string;
  /** Null for a guest. */
  customerId: string | null;
  email: string | null;
  /** Names, company and phone are those of the billing address. */
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  phone: string | null;
  status: CanonicalOrderStatus;
  /** The shop's own label for the status. */
  shopStatus: string | null;
  placedAt: Instant;
  /** `placedAt` as the shop wrote it. */
  placedAtSource: string;
  modifiedAt: Instant;
  /** The currency of every amount here. */
  currency: string;
  shopCurrency: string | null;
  /** Multiply an amount by this to have it in the shop's currency; null when unknown. */
  rateToShop: Decimal | null;
  /** What the shopper owes, tax included. */
  total: Money;
  /** Goods without tax, before discounts. */
  subtotal: Money;
  tax: Money;
  /** Without tax. */
  shippingCost: Money;
  discount: Money;
  /** What was paid back so far. */
  refunded: Money;
  /** `total` less `refunded`. */
  net: Money;
  itemCount: number;
  items: OrderItem[];
  channel: string | null;
  source: string | null;
  shipTo: { city: string | null; country: string | null } | null;
  cartId: string | null;
  archived: boolean;
  /** Without its items, which have their own. */
  raw: ShopRecord | null;
}

export interface OrderItem {
  id: string;
  /** Null for an item that is in no catalogue. */
  productId: string | null;
  name: string;
  sku: string | null;
  /** `Size: S, Colour: Red`. */
  options: string | null;
  quantity: Decimal;
  /** Without tax, as `total`. */
  unitPrice: Money;
  total: Money;
  refundedQuantity: Decimal;
  raw: ShopRecord | null;
}

export interface Cart {
  id: string;
  customerId: string | null;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  currency: string;
  value: Money;
  itemCount: number;
  items: CartItem[];
  createdAt: Instant;
  modifiedAt: Instant;
  /** Where the shopper finds the cart again. */
  url: string | null;
  /** Without its items, which have their own. */
  raw: ShopRecord | null;
}

export interface CartItem {
  id: string;
  productId: string | null;
  name: string;
  sku: string | null;
  quantity: Decimal;
  unitPrice: Money;
  total: Money;
  imageUrl: string | null;
  url: string | null;
  raw: ShopRecord | null;
}

export interface Product {
  id: string;
  name: string;
  sku: string | null;
  /** Category names. */
  categories: string[];
  url: string | null;
  imageUrl: string | null;
  /** In the shop's currency. */
  price: Money;
  /** Null when the shop does not tell. */
  modifiedAt: Instant | null;
  raw: ShopRecord | null;
}

/** One spelling per address: trimmed and lower-cased; null for blank. */
export function emailAddress(text: string | null | undefined): string | null {
  return textOrNull(text)?.toLowerCase() ?? null;
}

/** Trimmed; null for blank. */
export function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
