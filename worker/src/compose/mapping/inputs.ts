/**
 * What the rows of a mapping can reach, per kind of source. Moments are ISO text, amounts decimal
 * text; keys are record keys, `<shop>:<kind>:<id>`.
 */
import type { Cart, CartItem, Order, OrderItem, Product, ShopRecord } from '../canonical.ts';

export interface ShopFacts {
  key: string;
  name: string;
  platform: 'BigCommerce' | 'Clarity eCommerce';
  url: string;
  currency: string;
  status: 'Connected' | 'Paused' | 'Reconnect Needed';
}

export interface ShopInput {
  shop: ShopFacts;
}

export interface ProductInput {
  key: string;
  shop: ShopFacts;
  product: Product;
}

export interface OrderInput {
  key: string;
  shop: ShopFacts;
  customerKey: string | null;
  /** The cart it came from. */
  cartKey: string | null;
  order: Order;
}

export interface OrderItemInput {
  key: string;
  orderKey: string;
  /** Record key of the product; null for an item that is in no catalogue. */
  productKey: string | null;
  shop: ShopFacts;
  order: Order;
  item: OrderItem;
}

/** A cart with what Cartbridge itself knows about its life. */
export interface CartState extends Cart {
  status: 'Open' | 'Abandoned' | 'Converted' | 'Deleted';
  recovered: boolean;
  abandonedAt: string | null;
  convertedAt: string | null;
  timesAbandoned: number;
  orderKey: string | null;
}

export interface CartInput {
  key: string;
  shop: ShopFacts;
  cart: CartState;
}

export interface CartItemInput {
  key: string;
  cartKey: string;
  productKey: string | null;
  shop: ShopFacts;
  cart: CartState;
  item: CartItem;
}

export interface PersonProfile {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  group: string | null;
  /** The shop's own record of the customer; null for a guest and where it was not read. */
  raw: ShopRecord | null;
}

export interface PersonTotals {
  firstOrderAt: string | null;
  lastOrderAt: string | null;
  lastOrderNumber: string | null;
  orderCount: number;
  totalSpend: string;
  averageOrderValue: string;
  currency: string | null;
  interests: string[];
}

/** The person's cart as programs see it: say `None` and 0 rather than nothing. */
export interface PersonCart {
  status: 'None' | 'Open' | 'Abandoned' | 'Recovered' | 'Expired';
  abandonedAt: string | null;
  value: string;
  currency: string | null;
  itemCount: number;
  /** Names. */
  firstItems: string[];
  /** `None` when there is no picture. */
  imageUrl: string | null;
  url: string | null;
  timesAbandoned: number;
}

/** A null part leaves all its fields as they are. */
export interface PersonInput {
  customerKey: string | null;
  shop: ShopFacts;
  profile: PersonProfile | null;
  totals: PersonTotals | null;
  cart: PersonCart | null;
}
