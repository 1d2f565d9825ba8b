import { randomBytes } from 'node:crypto';
import type { Shop } from '../shop.ts';
import type { CartRow } from './cart-row.ts';

const SILENCE_MS = 3_600_000;
const LIFE_MS = 30 * 86_400_000;

/** Carts that already have a timer; one is enough, it looks again at the time it was set for. */
const watched = new WeakMap<Shop, Set<string>>();

/** An hour after its last change the cart is told as abandoned, whoever owns it. */
export function watchSilence(shop: Shop, cart: CartRow): void {
  const carts = watched.get(shop) ?? new Set();
  watched.set(shop, carts);
  if (carts.has(cart.id)) return;
  carts.add(cart.id);
  shop.clock.at(new Date(Date.parse(cart.updatedAt) + SILENCE_MS), () => {
    carts.delete(cart.id);
    look(shop, cart.id);
  });
}

function look(shop: Shop, cartId: string): void {
  const cart = livingCart(shop, cartId);
  if (!cart || cart.abandonedFor === cart.updatedAt) return;
  if (shop.clock.now().getTime() - Date.parse(cart.updatedAt) < SILENCE_MS) {
    watchSilence(shop, cart);
    return;
  }
  const token = cart.token ?? randomBytes(16).toString('hex');
  shop.rows.carts.set(cart.id, { ...cart, token, abandonedFor: cart.updatedAt });
  shop.emit('store/cart/abandoned', { type: 'cart', id: cart.id, token });
}

/** A cart lives 30 days after its last change. */
export function livingCart(shop: Shop, id: string): CartRow | undefined {
  const cart = shop.rows.carts.get(id);
  if (!cart) return undefined;
  return shop.clock.now().getTime() - Date.parse(cart.updatedAt) > LIFE_MS ? undefined : cart;
}

/** After a restart or a reset: forgets the old timers and watches what is there. */
export function watchAll(shop: Shop): void {
  watched.delete(shop);
  for (const cart of shop.rows.carts.values()) {
    if (cart.abandonedFor !== cart.updatedAt) watchSilence(shop, cart);
  }
}
