import { isOfSalesforce, type Delivery, type Script, type ShopStep } from './script.ts';
import { cartUrl } from './shop-floor.ts';

/** One cart of a story, and what the worker can know of it by now. */
export interface CartStory {
  seed: number;
  /** As whom it is filled, as a shop tells people apart. */
  buyer: string;
  account: string | null;
  /** Moments in the order of the story; null: it never came to that. */
  leftAt: number | null;
  boughtAt: number | null;
  /** The worker was told of the purchase, and is done with it. */
  isPurchaseKnown: boolean;
  /** The same of the word that no mail about carts is wanted. */
  isRefused: boolean;
}

export interface CartStories {
  byUrl: ReadonlyMap<string, CartStory>;
  /** What a person must not be told of this cart any more; null: all is well. */
  forbids(cart: CartStory): string | null;
  /** The worker is done with a delivery of this turn. */
  know(delivery: Delivery, turn: number): void;
}

/** The carts of all stories, by what it takes to say whether one may be called abandoned. */
export function cartStories(scripts: Script[]): CartStories {
  const byUrl = new Map<string, CartStory>();
  const byOrder = new Map<string, CartStory>();
  const cancelledIn = new Map<string, number>();
  const refusedIn = new Map<string, number>();
  let moment = 0;

  function read(seed: number, turn: number, step: ShopStep): void {
    const { shop } = step;
    moment += 1;
    const story = 'cart' in step ? byUrl.get(cartUrl(shop, step.cart)) : undefined;
    if (step.does === 'fills a cart') {
      const buyer = `${shop} ${step.account ?? step.address}`;
      const nothing = { leftAt: null, boughtAt: null, isPurchaseKnown: false, isRefused: false };
      byUrl.set(cartUrl(shop, step.cart), { seed, buyer, account: step.account, ...nothing });
    }
    if (step.does === 'leaves a cart' && story) story.leftAt = moment;
    if (step.does === 'cancels') cancelledIn.set(step.order, turn);
    if (step.does === 'refuses cart mail') refusedIn.set(step.account, turn);
    if (step.does === 'orders' && step.boughtCart) {
      const bought = byUrl.get(cartUrl(shop, step.boughtCart));
      if (bought) byOrder.set(step.order, Object.assign(bought, { boughtAt: moment }));
    }
  }
  for (const { seed, turns } of scripts)
    for (const [turn, { steps }] of turns.entries())
      for (const step of steps) if (!isOfSalesforce(step)) read(seed, turn, step);

  const byBuyer = Map.groupBy(byUrl.values(), ({ buyer }) => buyer);
  const byAccount = Map.groupBy(byUrl.values(), ({ account }) => account);
  return {
    byUrl,
    forbids(cart) {
      const later = (byBuyer.get(cart.buyer) ?? []).some(
        (one) => one.isPurchaseKnown && (one.boughtAt ?? 0) > (cart.leftAt ?? Infinity),
      );
      if (cart.isPurchaseKnown || later) return 'after the purchase';
      return cart.isRefused ? 'although mail about carts was refused' : null;
    },
    know({ kind, id, heard, shop }, turn) {
      if (kind === 'customer' && (refusedIn.get(id) ?? Infinity) <= turn)
        for (const story of byAccount.get(id) ?? []) story.isRefused = true;
      // An order that was called off before anybody saw it was never a purchase.
      const isOff = kind === 'order' && (cancelledIn.get(id) ?? Infinity) <= turn;
      const bought = heard?.says === 'bought' ? byUrl.get(cartUrl(shop, id)) : byOrder.get(id);
      if (bought && !isOff) bought.isPurchaseKnown = true;
    },
  };
}
