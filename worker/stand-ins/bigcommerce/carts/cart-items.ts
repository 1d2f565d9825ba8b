import { randomUUID } from 'node:crypto';
import { Refusal } from '../api/answers.ts';
import { text, units } from '../money.ts';
import { priceOf } from '../orders/order-lines.ts';
import type { Shop } from '../shop.ts';
import type { CartItem, CartRow } from './cart-row.ts';

export interface NewItem {
  productId?: number | undefined;
  variantId?: number | undefined;
  /** With a price of its own it is a custom item. */
  name?: string | undefined;
  sku?: string | undefined;
  quantity: number;
  listPrice?: string | number | undefined;
}

export function cartTotal(cart: CartRow): bigint {
  return cart.items.reduce((total, item) => total + extended(item), 0n);
}

export function extended(item: CartItem): bigint {
  return units(item.listPrice) * BigInt(item.quantity);
}

/** The cart with one more item, not yet kept; the same product again raises its line's quantity. */
export function withItem(
  shop: Shop,
  cart: CartRow,
  input: NewItem,
): { cart: CartRow; itemId: string; isNew: boolean } {
  if (input.quantity < 1) throw new Refusal(422, 'The quantity must be 1 or more.');
  const item = newItem(shop, cart.currency, input);
  const same = cart.items.find(
    (other) =>
      item.productId !== 0 &&
      other.variantId === item.variantId &&
      other.productId === item.productId,
  );
  if (!same)
    return { cart: { ...cart, items: [...cart.items, item] }, itemId: item.id, isNew: true };
  const more = { ...same, quantity: same.quantity + item.quantity };
  const items = cart.items.map((other) => (other === same ? more : other));
  return { cart: { ...cart, items }, itemId: same.id, isNew: false };
}

function newItem(shop: Shop, currency: string, input: NewItem): CartItem {
  const given = input.listPrice === undefined ? undefined : text(units(input.listPrice));
  const base = { id: randomUUID(), quantity: input.quantity };
  if (!input.productId) {
    if (!input.name || given === undefined) {
      throw new Refusal(422, 'A custom item needs a name and a list_price.');
    }
    const { name, sku = '' } = input;
    return { ...base, productId: 0, variantId: 0, sku, name, listPrice: given };
  }
  const product = shop.rows.products.get(String(input.productId));
  if (!product) throw new Refusal(404, 'The product was not found.');
  const variant =
    product.variants.find(({ id }) => id === input.variantId) ?? product.variants.at(0);
  const variantId = variant?.id ?? 0;
  return {
    ...base,
    productId: product.id,
    variantId,
    sku: variant?.sku ?? product.sku,
    name: product.name,
    listPrice: given ?? text(priceOf(product, variantId, currency)),
  };
}

export function itemOf(cart: CartRow, itemId: string): CartItem {
  const item = cart.items.find(({ id }) => id === itemId);
  if (!item) throw new Refusal(404, 'The cart has no such item.');
  return item;
}
