import { accountsIn, guestAddress, type Account, type FilledCart, type Life } from './life.ts';
import type { Post } from './post.ts';
import type { Random } from './random.ts';
import { SHOPS, type ShopName, type ShopStep } from './script.ts';

/** What the author of a story has in hand while a human does something in a shop. */
export interface Scene {
  seed: number;
  turn: number;
  acrossShops: boolean;
  random: Random;
  post: Post;
  /** A number for the next order, cart or account. */
  next: () => string;
  /** Somebody else's address, as a bill may have it; null where the story has one human. */
  stranger: string | null;
}

type Does = (life: Life, shop: ShopName, scene: Scene) => ShopStep | null;

/** What somebody does next in a shop; null where nothing comes to their mind. */
export function actInShop(life: Life, scene: Scene): ShopStep | null {
  const { random } = scene;
  for (let idea = 0; idea < 3; idea += 1) {
    const step = random.pick(DEEDS)(life, random.pick(SHOPS), scene);
    if (step) return step;
  }
  return null;
}

const orders: Does = (life, shop, { seed, turn, random, post, next, stranger }) => {
  const account = random.chance(0.5) ? (accountsIn(life, shop)[0] ?? null) : null;
  const address = account?.address ?? guestAddress(life, shop, turn, random);
  const order = `${seed}-${next()}`;
  const isBilledElsewhere = account !== null && stranger !== null && random.chance(0.3);
  if (isBilledElsewhere) account.mayGo = false;
  const cents = 1 + random.below(99_999);
  life.orders.push({ id: order, shop, cents, isOver: false });
  note(life, shop, account, address);
  post.send(turn, { shop, kind: 'order', id: order });
  return {
    ...{ does: 'orders', who: life.who, shop, order, cents, address },
    ...{ account: account?.id ?? null, billedTo: isBilledElsewhere ? stranger : address },
  };
};

const registers: Does = (life, shop, { seed, turn, random, post, next }) => {
  const mine = accountsIn(life, shop);
  const isFirst = life.accounts.every((one) => one.shop !== shop);
  // A second account of one shop is somebody else until the shop says otherwise.
  const isSecond =
    shop === 'A' &&
    mine.length === 1 &&
    life.accounts.every(({ address }) => address !== life.secondAddress);
  if (!isFirst && !isSecond) return null;
  const address = isFirst ? random.pick(life.addresses) : life.secondAddress;
  const account: Account = {
    ...{ id: `${seed}-${next()}`, shop, address },
    ...{ since: turn, isGone: false, mayGo: true },
  };
  life.accounts.push(account);
  note(life, shop, account, address);
  post.send(turn, { shop, kind: 'customer', id: account.id });
  return { does: 'registers', who: life.who, shop, account: account.id, address };
};

const changesAddress: Does = (life, shop, { turn, post }) => {
  const account = accountsIn(life, shop)[0];
  if (!account || account.since >= turn || account.address === life.secondAddress) return null;
  // Whoever never saw the account with its old address cannot know whose the old one was.
  post.bring(turn - 1, { shop, kind: 'customer', id: account.id });
  const [one, other] = life.addresses;
  account.address = account.address === one ? other : one;
  account.since = turn;
  post.send(turn, { shop, kind: 'customer', id: account.id });
  const { id, address } = account;
  return { does: 'changes address', who: life.who, shop, account: id, address };
};

const refuses: Does = (life, shop, { turn, post }) => {
  const account = accountsIn(life, shop)[0];
  if (!account) return null;
  post.send(turn, { shop, kind: 'customer', id: account.id });
  return { does: 'refuses cart mail', who: life.who, shop, account: account.id };
};

const isPaidBack: Does = (life, shop, { turn, random, post }) => {
  const order = life.orders.findLast((one) => one.shop === shop && !one.isOver);
  if (!order) return null;
  post.send(turn, { shop, kind: 'order', id: order.id });
  order.isOver = true;
  if (random.chance(0.4)) return { does: 'cancels', who: life.who, shop, order: order.id };
  const cents = 1 + random.below(order.cents);
  return { does: 'is paid back', who: life.who, shop, order: order.id, cents };
};

const fills: Does = (life, shop, { seed, turn, random, post, next }) => {
  const account = random.chance(0.5) ? (accountsIn(life, shop)[0] ?? null) : null;
  const address = account?.address ?? guestAddress(life, shop, turn, random);
  const cart = { id: `${seed}-${next()}`, shop, account: account?.id ?? null, address };
  life.carts.push(cart);
  note(life, shop, account, address);
  post.send(turn, { shop, kind: 'cart', id: cart.id });
  const cents = 1 + random.below(99_999);
  return { does: 'fills a cart', who: life.who, cart: cart.id, cents, ...where(cart) };
};

const leaves: Does = (life, shop, { turn, post, next }) => {
  const cart = life.carts.findLast((one) => one.shop === shop);
  if (!cart) return null;
  const nth = next();
  const heard = { says: 'abandoned', of: nth } as const;
  post.send(turn, { shop, kind: 'cart', id: cart.id, heard });
  return { does: 'leaves a cart', who: life.who, shop, cart: cart.id, nth };
};

const comesBack: Does = (life, shop, { turn, random, post }) => {
  const cart = life.carts.findLast((one) => one.shop === shop);
  if (!cart) return null;
  const news = { shop, kind: 'cart', id: cart.id } as const;
  if (random.chance(0.3)) {
    life.carts = life.carts.filter((one) => one !== cart);
    post.send(turn, { ...news, heard: { says: 'deleted', of: shop } });
    return { does: 'throws a cart away', who: life.who, shop, cart: cart.id };
  }
  post.send(turn, news);
  const cents = 1 + random.below(99_999);
  return { does: 'comes back to a cart', who: life.who, shop, cart: cart.id, cents };
};

const buys: Does = (life, shop, { seed, turn, random, post, next }) => {
  const cart = life.carts.findLast((one) => one.shop === shop);
  const isOpen =
    cart?.account == null || accountsIn(life, shop).some(({ id }) => id === cart.account);
  if (!cart || !isOpen) return null;
  life.carts = life.carts.filter((one) => one !== cart);
  const order = `${seed}-${next()}`;
  const cents = 1 + random.below(99_999);
  life.orders.push({ id: order, shop, cents, isOver: false });
  post.send(turn, { shop, kind: 'order', id: order });
  post.send(turn, { shop, kind: 'cart', id: cart.id, heard: { says: 'bought', of: order } });
  return {
    ...{ does: 'orders', who: life.who, order, cents, boughtCart: cart.id },
    ...{ ...where(cart), billedTo: cart.address },
  };
};

const isMerged: Does = (life, shop, { turn, random, post }) => {
  const [one, other] = accountsIn(life, shop);
  if (!one || !other || Math.max(one.since, other.since) >= turn) return null;
  for (const { id } of [one, other]) post.bring(turn - 1, { shop, kind: 'customer', id });
  const [into, gone] = random.chance(0.5) ? [one, other] : [other, one];
  gone.isGone = true;
  const heard = { says: 'absorbed', of: gone.id } as const;
  post.send(turn, { shop, kind: 'customer', id: into.id, heard }, true);
  return {
    ...{ does: 'is merged', who: life.who, shop, account: gone.id, into: into.id },
    takesOrders: random.chance(0.5),
  };
};

const isDeleted: Does = (life, shop, { turn, post }) => {
  const account = accountsIn(life, shop)[0];
  if (!account?.mayGo || account.since >= turn) return null;
  post.bring(turn - 1, { shop, kind: 'customer', id: account.id });
  account.isGone = true;
  post.send(turn, { shop, kind: 'customer', id: account.id });
  return { does: 'is deleted', who: life.who, shop, account: account.id };
};

const DEEDS: Does[] = [
  ...[orders, orders, orders, orders, orders, registers, registers, registers, registers],
  ...[changesAddress, changesAddress, changesAddress, isPaidBack, isPaidBack, refuses],
  ...[fills, fills, fills, leaves, leaves, leaves, leaves, comesBack, buys, buys],
  ...[isMerged, isMerged, isMerged, isMerged, isMerged, isMerged, isDeleted],
];

function where({ shop, account, address }: FilledCart) {
  return { shop, account, address };
}

function note(life: Life, shop: ShopName, account: Account | null, address: string): void {
  const name = account ? `customer:${account.id}` : `email:${address}`;
  if (life.names.some((one) => one.shop === shop && one.name === name)) return;
  life.names.push({ shop, name });
}
