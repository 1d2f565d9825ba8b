import type { Cart, Instant } from '../canonical.ts';

/** Of which a program may remind: a cart somebody means to buy. Older books do not have the kind. */
export function isShopping(cart: Pick<Cart, 'kind'> | null): boolean {
  return cart === null || !NOT_SHOPPING.has(cart.kind);
}

const NOT_SHOPPING: ReadonlySet<string> = new Set(['Quote', 'Sample', 'List']);

export type CartStatus = 'Open' | 'Abandoned' | 'Converted' | 'Deleted';

/** What the books say of a cart. */
export interface CartState {
  status: CartStatus;
  timesAbandoned: number;
  abandonedAt: Instant | null;
  convertedAt: Instant | null;
  /** Record key of the order it became. */
  orderKey: string | null;
  /** As last seen in the shop; null when it was never seen. */
  cart: Cart | null;
  /** When it last changed, by the shop's time. */
  changedAt: Instant;
}

/** What was heard of a cart, and what the shop said when asked. */
export interface CartNews {
  /** Absent: the shop was not asked, or no longer has it. */
  cart?: Cart;
  /** When the shop called it abandoned. */
  abandonedAt?: Instant | undefined;
  converted?: { orderKey: string; at: Instant } | undefined;
  deletedAt?: Instant | undefined;
}

/**
 * A cart's next state; null when the news says nothing new about a cart nobody knew.
 *
 * `Converted` is the end whatever arrives later: a purchase outranks an abandonment, in any order of
 * arrival. An abandonment counts only while the shopper has not come back since, and only of a
 * shopping cart: quotes, requests for samples and lists lie about as they are meant to.
 */
export function nextCartState(before: CartState | null, news: CartNews): CartState | null {
  if (before?.status === 'Converted') return before;
  const cart = news.cart ?? before?.cart ?? null;
  if (news.converted) return converted(before, cart, news.converted);
  if (news.deletedAt && !news.cart) {
    return (
      before && { ...before, status: 'Deleted', changedAt: later(before.changedAt, news.deletedAt) }
    );
  }
  if (!news.cart) return before;
  return seen(before, news.cart, news.abandonedAt);
}

function converted(
  before: CartState | null,
  cart: Cart | null,
  { orderKey, at }: { orderKey: string; at: Instant },
): CartState {
  return {
    status: 'Converted',
    timesAbandoned: before?.timesAbandoned ?? 0,
    abandonedAt: before?.abandonedAt ?? null,
    convertedAt: at,
    orderKey,
    cart,
    changedAt: later(before?.changedAt ?? at, at),
  };
}

function seen(before: CartState | null, cart: Cart, abandonedAt: Instant | undefined): CartState {
  const base = { convertedAt: null, orderKey: null, cart, changedAt: cart.modifiedAt };
  const timesAbandoned = before?.timesAbandoned ?? 0;
  const lastAbandoned = before?.abandonedAt ?? null;
  const cameBack = lastAbandoned !== null && cart.modifiedAt > lastAbandoned;
  if (!isShopping(cart)) return { ...base, status: 'Open', timesAbandoned, abandonedAt: null };
  if (abandonedAt !== undefined && abandonedAt >= cart.modifiedAt) {
    const again = lastAbandoned === null || cameBack;
    return {
      ...base,
      status: 'Abandoned',
      timesAbandoned: timesAbandoned + (again ? 1 : 0),
      abandonedAt: again ? abandonedAt : lastAbandoned,
    };
  }
  const still = before?.status === 'Abandoned' && !cameBack;
  return {
    ...base,
    status: still ? 'Abandoned' : 'Open',
    timesAbandoned,
    abandonedAt: lastAbandoned,
  };
}

function later(left: Instant, right: Instant): Instant {
  return left > right ? left : right;
}
