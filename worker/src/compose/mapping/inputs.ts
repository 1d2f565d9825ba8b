/**
 * What the rows of a mapping can reach, per kind of source. Moments are ISO text, amounts decimal
 * text; keys are record keys, `<shop>:<kind>:<id>`.
 */
import type {
  Address,
  Cart,
  CartItem,
  Order,
  OrderItem,
  Product,
  Return,
  Shipment,
  ShopRecord,
} from '../canonical.ts';

export interface ShopFacts {
  key: string;
  name: string;
  /** What people call it, not the id by which it is registered. */
  platform: string;
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

/** An order for the mapping. Its returns are sources of their own. */
export type OrderFacts = Omit<Order, 'returns'>;

export interface OrderInput {
  key: string;
  shop: ShopFacts;
  customerKey: string | null;
  /** The cart it came from. */
  cartKey: string | null;
  order: OrderFacts;
}

export interface OrderItemInput {
  key: string;
  orderKey: string;
  /** Record key of the product; null for an item that is in no catalogue. */
  productKey: string | null;
  shop: ShopFacts;
  order: OrderFacts;
  item: OrderItem;
}

/** What is counted and put in words of the items of a shipment or return. */
export interface PartWords {
  /** All quantities together. */
  itemCount: string;
  /** A line for each product: `2 × Linen Towel (LT)`. */
  lines: string[];
}

/** What belongs to an order and comes as a record of its own. */
interface PartInput {
  key: string;
  orderKey: string;
  /** Of the order's person; null where nobody knows. */
  customerKey: string | null;
  shop: ShopFacts;
}

export interface ShipmentInput extends PartInput {
  shipment: Shipment & PartWords & { status: 'Shipped' | 'Delivered' };
}

export interface ReturnInput extends PartInput {
  return: Return & PartWords;
}

/** A company that people of a shop buy for. */
export interface CompanyFacts {
  /** The shop's own. */
  id: string | null;
  name: string | null;
  /** Null for what is no company's alone, such as gmail.com. */
  domain: string | null;
  phone: string | null;
  billing: Address | null;
  shipping: Address | null;
}

export interface CompanyInput {
  key: string;
  parentKey: string | null;
  shop: ShopFacts;
  company: CompanyFacts;
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
  loyaltyPoints: string | null;
  billing: Address | null;
  shipping: Address | null;
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

export type ConsentWord = 'Given' | 'Refused' | 'Unknown';

/** Of all their shops together: the most restrictive counts. */
export interface PersonConsent {
  marketing: ConsentWord;
  cartMail: ConsentWord;
  /** By the admin's table. False says nothing: whoever opted out in Salesforce stays so. */
  optOut: boolean;
}

/** A null part leaves all its fields as they are. */
export interface PersonInput {
  customerKey: string | null;
  shop: ShopFacts;
  profile: PersonProfile | null;
  consent: PersonConsent | null;
  totals: PersonTotals | null;
  cart: PersonCart | null;
}
