import { randomUUID } from 'node:crypto';
import { Refusal } from '../api/answers.ts';
import { currencyOf, STORE_CURRENCY } from '../currencies.ts';
import { nowOf, type Shop } from '../shop.ts';
import { watchSilence } from './abandonment.ts';
import { itemOf, withItem, type NewItem } from './cart-items.ts';
import type { CartRow } from './cart-row.ts';

export interface NewCart {
  customerId?: number | undefined;
  email?: string | undefined;
  channelId?: number | undefined;
  currency?: string | undefined;
  locale?: string | undefined;
  items: NewItem[];
  byApi: boolean;
}

/** Tells `created` and then `updated`, as the original does. */
export function createCart(shop: Shop, input: NewCart): CartRow {
  const currency = input.currency?.toUpperCase() ?? STORE_CURRENCY;
  if (!currencyOf(currency)) throw new Refusal(422, 'The currency is unknown.', { currency });
  if (input.items.length === 0) throw new Refusal(422, 'A cart needs an item.', { line_items: '' });
  checkCustomer(shop, input.customerId ?? 0);
  const now = nowOf(shop);
  let cart: CartRow = {
    id: randomUUID(),
    customerId: input.customerId ?? 0,
    channelId: input.channelId ?? 1,
    email: input.email ?? '',
    currency,
    items: [],
    billing: null,
    createdAt: now,
    updatedAt: now,
    locale: input.locale ?? 'en',
    version: 0,
    byApi: input.byApi,
    token: null,
    abandonedFor: null,
    orderIds: [],
  };
  for (const item of input.items) cart = withItem(shop, cart, item).cart;
  shop.rows.carts.set(cart.id, cart);
  shop.emit('store/cart/created', { type: 'cart', id: cart.id });
  for (const item of cart.items) tellItem(shop, 'created', cart, item.id);
  return saveCart(shop, cart);
}

/** The same product again raises the quantity of its line. */
export function addItems(shop: Shop, before: CartRow, items: NewItem[]): CartRow {
  let cart = before;
  for (const item of items) {
    const added = withItem(shop, cart, item);
    cart = added.cart;
    tellItem(shop, added.isNew ? 'created' : 'updated', cart, added.itemId);
  }
  return saveCart(shop, cart);
}

export function changeItem(shop: Shop, cart: CartRow, itemId: string, quantity: number): CartRow {
  itemOf(cart, itemId);
  const items = cart.items.map((item) => (item.id === itemId ? { ...item, quantity } : item));
  tellItem(shop, 'updated', cart, itemId);
  return saveCart(shop, { ...cart, items });
}

/** Returns undefined when it was the last item: then the cart is gone. */
export function removeItem(shop: Shop, cart: CartRow, itemId: string): CartRow | undefined {
  itemOf(cart, itemId);
  const items = cart.items.filter((item) => item.id !== itemId);
  tellItem(shop, 'deleted', cart, itemId);
  if (items.length > 0) return saveCart(shop, { ...cart, items });
  deleteCart(shop, cart);
  shop.emit('store/cart/updated', { type: 'cart', id: cart.id });
  return undefined;
}

export function deleteCart(shop: Shop, cart: CartRow): void {
  shop.rows.carts.delete(cart.id);
  shop.emit('store/cart/deleted', { type: 'cart', id: cart.id });
}

/** Keeps the cart as just touched, tells of it, and begins to count its silence anew. */
export function saveCart(shop: Shop, changed: CartRow): CartRow {
  checkCustomer(shop, changed.customerId);
  const cart = { ...changed, updatedAt: nowOf(shop), version: changed.version + 1 };
  shop.rows.carts.set(cart.id, cart);
  shop.emit('store/cart/updated', { type: 'cart', id: cart.id });
  watchSilence(shop, cart);
  return cart;
}

/** What the shopper typed, or the signed-in shopper's address; empty while nobody knows. */
export function emailOf(shop: Shop, cart: CartRow): string {
  return cart.email || (shop.rows.customers.get(String(cart.customerId))?.email ?? '');
}

function checkCustomer(shop: Shop, id: number): void {
  if (id !== 0 && !shop.rows.customers.get(String(id))) {
    throw new Refusal(422, 'The customer is unknown.', { customer_id: String(id) });
  }
}

function tellItem(
  shop: Shop,
  what: 'created' | 'updated' | 'deleted',
  cart: CartRow,
  id: string,
): void {
  shop.emit(`store/cart/lineItem/${what}`, { type: 'cart_line_item', id, cartId: cart.id });
}
