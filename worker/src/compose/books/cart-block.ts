import type { Instant, Money } from '../canonical.ts';
import { isShopping, type CartState } from './cart-state.ts';

/** The fields on a person that programs react to. Never blank: a blank loses against the old value. */
export interface CartBlock {
  status: 'None' | 'Open' | 'Abandoned' | 'Recovered';
  abandonedAt: Instant | null;
  value: Money;
  currency: string;
  itemCount: number;
  /** Names of the first items. */
  firstItems: string[];
  imageUrl: string;
  url: string;
  timesAbandoned: number;
}

/** An abandonment older than this when it is first heard of is history: it starts no program. */
export const ABANDONMENT_IS_HISTORY_AFTER_MS = 24 * 3600 * 1000;

const FIRST_ITEMS = 3;

export interface Storefront {
  url: string;
  currency: string;
}

/**
 * What a person's cart block shall say, from all their shopping carts: the one that changed last
 * decides, so a purchase outranks every cart that was left before it.
 * @param before the block Salesforce has
 * @param held the person's consent allows no state that starts a program; one given later makes no
 *   abandonment of before count anew
 */
export function cartBlock(
  all: CartState[],
  before: CartBlock | null,
  storefront: Storefront,
  now: Date,
  { held = false } = {},
): CartBlock {
  const carts = all.filter(({ cart }) => isShopping(cart));
  const timesAbandoned = carts.reduce((sum, cart) => sum + cart.timesAbandoned, 0);
  const newest = carts.reduce<CartState | null>(
    (latest, cart) => (latest && !outranks(cart, latest) ? latest : cart),
    null,
  );
  const status = statusOf(newest, before, now, held);
  const abandonedAt = newest?.abandonedAt ?? before?.abandonedAt ?? null;
  if (status === 'Open' && before?.status === 'Open') {
    // Each change of an open cart would queue the person for another sync; what is in the cart is
    // told when it is abandoned.
    return { ...before, timesAbandoned };
  }
  if ((status === 'Open' || status === 'Abandoned') && newest?.cart) {
    return { ...contents(newest.cart, storefront), status, abandonedAt, timesAbandoned };
  }
  return { ...nothing(before, storefront), status, abandonedAt, timesAbandoned };
}

/** Of two that changed in one moment the purchase counts, and what is over before what is not. */
const AT_ONCE: CartState['status'][] = ['Abandoned', 'Open', 'Deleted', 'Converted'];

function outranks(cart: CartState, other: CartState): boolean {
  if (cart.changedAt !== other.changedAt) return cart.changedAt > other.changedAt;
  return AT_ONCE.indexOf(cart.status) > AT_ONCE.indexOf(other.status);
}

function statusOf(
  newest: CartState | null,
  before: CartBlock | null,
  now: Date,
  held: boolean,
): CartBlock['status'] {
  switch (newest?.status) {
    case undefined:
    case 'Deleted':
      return 'None';
    case 'Open':
      return 'Open';
    case 'Abandoned':
      return held || isHistory(newest, before, now) ? 'None' : 'Abandoned';
    case 'Converted':
      // A purchase straight away ends no program, and says so only where one was under way.
      return (newest.timesAbandoned > 0 && !held) ||
        before?.status === 'Abandoned' ||
        before?.status === 'Recovered'
        ? 'Recovered'
        : 'None';
  }
}

function isHistory(newest: CartState, before: CartBlock | null, now: Date): boolean {
  const { abandonedAt } = newest;
  if (abandonedAt === null || before?.abandonedAt === abandonedAt) return before?.status === 'None';
  return now.getTime() - Date.parse(abandonedAt) > ABANDONMENT_IS_HISTORY_AFTER_MS;
}

function contents(
  cart: NonNullable<CartState['cart']>,
  storefront: Storefront,
): Omit<CartBlock, 'status' | 'abandonedAt' | 'timesAbandoned'> {
  return {
    value: cart.value,
    currency: cart.currency,
    itemCount: cart.itemCount,
    firstItems: firstNames(cart),
    imageUrl: cart.items.find(({ imageUrl }) => imageUrl)?.imageUrl ?? 'None',
    url: cart.url ?? storefront.url,
  };
}

function firstNames({ items }: NonNullable<CartState['cart']>): string[] {
  const names = items.slice(0, FIRST_ITEMS).map(({ name }) => name);
  return names.length > 0 ? names : ['None'];
}

function nothing(
  before: CartBlock | null,
  storefront: Storefront,
): Omit<CartBlock, 'status' | 'abandonedAt' | 'timesAbandoned'> {
  return {
    value: '0' as Money,
    currency: before?.currency ?? storefront.currency,
    itemCount: 0,
    firstItems: ['None'],
    imageUrl: 'None',
    url: storefront.url,
  };
}
