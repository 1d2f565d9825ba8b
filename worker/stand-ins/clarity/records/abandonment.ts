import type { Shop } from '../shop.ts';
import type { Cart } from './records.ts';
import { about } from './save.ts';

/** The contract: an hour without a change. */
export const SILENCE_MS = 3_600_000;

/** Carts that already have a timer; one is enough, it looks again at the time it was set for. */
const watched = new WeakMap<Shop, Set<string>>();

/** An hour after its last change a shopping cart that was not bought is told as abandoned. */
export function watchSilence(shop: Shop, cart: Cart): void {
  if (!canBeAbandoned(shop, cart)) return;
  const carts = watched.get(shop) ?? new Set();
  watched.set(shop, carts);
  if (carts.has(cart.cartId)) return;
  carts.add(cart.cartId);
  shop.clock.at(new Date(Date.parse(cart.lastModified) + SILENCE_MS), () => {
    carts.delete(cart.cartId);
    look(shop, cart.cartId);
  });
}

function look(shop: Shop, cartId: string): void {
  const cart = shop.rows.carts.get(cartId);
  if (!cart || !canBeAbandoned(shop, cart)) return;
  if (shop.clock.now().getTime() - Date.parse(cart.lastModified) < SILENCE_MS) {
    watchSilence(shop, cart);
    return;
  }
  shop.rows.abandoned.set(cartId, cart.lastModified);
  shop.emit('cart.abandoned', about('cart', cartId, cart.lastModified), cart);
}

function canBeAbandoned(shop: Shop, cart: Cart): boolean {
  const isTold = shop.rows.abandoned.get(cart.cartId) === cart.lastModified;
  return cart.kind === 'shopping' && cart.orderId === null && !isTold;
}

/** After a restart or a reset: forgets the old timers and watches what is there. */
export function watchAll(shop: Shop): void {
  watched.delete(shop);
  for (const cart of shop.rows.carts.values()) watchSilence(shop, cart);
}
