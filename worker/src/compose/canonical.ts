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

/** As a label would have it; null for what the shop does not say. */
export interface Address {
  name: string | null;
  company: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string | null;
  phone: string | null;
}

/** True: given, false: refused, null: nobody asked, or the shop does not tell. */
export interface Consent {
  marketing: boolean | null;
  /** Reminders of carts. */
  cartMail: boolean | null;
}

export interface Customer {
  id: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  /** The shop's own id of the company they buy for; null in a shop without companies. */
  companyId: string | null;
  parentCompanyId: string | null;
  phone: string | null;
  /** The default ones of the address book, or the only ones. */
  billing: Address | null;
  shipping: Address | null;
  consent: Consent;
  loyaltyPoints: Decimal | null;
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
  /** What the shop tells of returns together with the order; others come as records of their own. */
  returns: Return[];
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

/** Only a shopping cart can be abandoned; the others say what somebody is interested in. */
export type CartKind = 'Shopping' | 'Quote' | 'Sample' | 'List';

export interface Cart {
  id: string;
  kind: CartKind;
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
  brand: string | null;
  /** In the shop's currency. */
  price: Money;
  /** Whether shoppers can buy it; null when the shop does not tell. */
  active: boolean | null;
  /** All locations together; null where the shop keeps no stock of it. */
  inventory: Inventory | null;
  /** Null when the shop does not tell. */
  modifiedAt: Instant | null;
  raw: ShopRecord | null;
}

export interface Inventory {
  onHand: Decimal | null;
  /** On hand less what is promised to orders. */
  available: Decimal | null;
  modifiedAt: Instant | null;
}

/** What of an order was sent or came back. */
export interface PartItem {
  productId: string | null;
  sku: string | null;
  name: string | null;
  quantity: Decimal;
}

export interface Shipment {
  id: string;
  orderId: string;
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  shippedAt: Instant | null;
  deliveredAt: Instant | null;
  items: PartItem[];
  /** Null when the shop does not tell. */
  modifiedAt: Instant | null;
  raw: ShopRecord | null;
}

export interface Return {
  id: string;
  orderId: string;
  reason: string | null;
  /** In the shop's own words. */
  status: string | null;
  /** What is paid back for it. */
  amount: Money;
  currency: string;
  items: PartItem[];
  createdAt: Instant | null;
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
