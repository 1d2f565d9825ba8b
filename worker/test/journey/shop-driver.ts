import type { ShopName } from '../../../scripts/lib/stack-shops.ts';
import type { Control } from './http.ts';
import type { ShopControl } from './drivers/shop-control.ts';
import type { Door } from './drivers/door.ts';

/** How many of which goods: `{ 'Linen Towel': 2 }`. All local shops sell the same ones. */
export type Basket = Record<string, number>;

export interface Guest {
  email: string;
  firstName: string;
  lastName: string;
}

export type Buyer = Guest | { customerId: string };

/** An order as the shop made it. */
export interface PlacedOrder {
  /** As the shop asks for it. */
  id: string;
  /** As people say it; its name in Salesforce. */
  number: string;
  /** Of its record in Salesforce. */
  key: string;
}

/** An order that the shop's staff enter, without a cart. */
export interface EnteredOrder {
  buyer: Guest;
  /** One piece for each, and nothing besides: neither tax nor shipping. */
  prices?: string[];
  /** Instead of prices; a single towel when both are absent. */
  basket?: Basket;
  currency?: string;
  /** With an offset; now when absent. */
  placedAt?: string;
  /** False: the shopper reached the payment page, and no further. */
  isPaid?: boolean;
}

/** What can go wrong when the worker asks for an order. */
export interface Troubles {
  /** One refusal that says how long to wait: a second or two. */
  limited(): Promise<void>;
  /** So many refusals that say nothing of waiting. */
  overloaded(times: number): Promise<void>;
  failing(times: number): Promise<void>;
  /** An order of a shape that nobody knows, until `over`. */
  changedShape(): Promise<void>;
  over(): Promise<void>;
}

/** A shop as its shoppers and its staff see it, in words that fit every shop. */
export interface ShopDriver extends Control, Pick<ShopControl, 'deliveries' | 'deliver' | 'quota'> {
  readonly name: ShopName;
  /** Where the mail leads when nothing is in the cart. */
  readonly home: string;
  /** The key of a record in Salesforce: `local-shop:customer:7`. */
  key(kind: string, id: string): string;
  productKey(name: string): Promise<string>;

  /** A new account; the customer's id. `agrees` is their word on all mail. */
  register(person: Guest & { agrees?: boolean }): Promise<string>;
  changeEmail(customerId: string, email: string): Promise<void>;
  /** The way from an empty cart to a paid order. */
  placeOrder(buyer: Buyer, basket: Basket): Promise<PlacedOrder>;
  enterOrder(wish: EnteredOrder): Promise<PlacedOrder>;
  /** `Awaiting Shipment`, `Shipped`, … */
  changeStatus(order: PlacedOrder, status: string): Promise<void>;
  /** Pays one towel of it back, as the shop reckons; the amount. */
  refundOne(order: PlacedOrder): Promise<number>;
  /** Sends all of it; the shipment's key. */
  ship(order: PlacedOrder, trackingNumber: string): Promise<string>;
  /** Goods come back and are paid back; the key of what tells it in Salesforce. */
  takeBack(order: PlacedOrder, basket: Basket): Promise<string>;
  setStock(name: string, onHand: number): Promise<void>;

  startCart(whose: { email?: string; customerId?: string }, basket: Basket): Promise<string>;
  addToCart(cartId: string, basket: Basket): Promise<void>;
  /** At the checkout. */
  typeEmail(cartId: string, email: string, firstName: string): Promise<void>;
  payCart(cartId: string): Promise<void>;
  emptyCart(cartId: string): Promise<void>;
  /** The deliveries that told of the cart's abandonment. */
  abandonments(cartId: string): Promise<string[]>;

  /** What these orders cost together, as the shop says, to the cent of its own currency. */
  totalOf(...orders: PlacedOrder[]): Promise<number>;
  /** What an order costs, in its own currency. */
  priceOf(order: PlacedOrder): Promise<number>;
  /** How often the order was asked for since `forgetRequests`. */
  reads(order: PlacedOrder): Promise<number>;
  troubles: Troubles;
  /** What strangers try at the worker's door, and what the shop itself would send. */
  door(webhookUrl: string): Promise<Door>;
}
