import type { Random } from './random.ts';
import { sweepIn, type ShopName } from './script.ts';

/** A customer record of a shop, as its human has it. */
export interface Account {
  id: string;
  shop: ShopName;
  address: string;
  since: number;
  /** It is in no shop any more. */
  isGone: boolean;
  /** Orders of it say whose it is by more than its id, so the shop may forget it. */
  mayGo: boolean;
}

export interface PlacedOrder {
  id: string;
  shop: ShopName;
  cents: number;
  isOver: boolean;
}

export interface FilledCart {
  id: string;
  shop: ShopName;
  account: string | null;
  address: string;
}

/** One human as the author of a story knows them. */
export interface Life {
  who: string;
  /** The address of every day, and the one at work: whoever has one account uses both. */
  addresses: readonly [string, string];
  /** Only of a second account in one shop. */
  secondAddress: string;
  accounts: Account[];
  orders: PlacedOrder[];
  carts: FilledCart[];
  /** Names that a shop has heard of them, for Salesforce's users to look up. */
  names: { shop: ShopName; name: string }[];
  hasContactOfRep: boolean;
  /** An address a rep wrote on their record, and the turn. */
  repAddress: { address: string; shop: ShopName; turn: number } | null;
  others: number;
}

export function bornIn(seed: number, who: string): Life {
  const name = who.toLowerCase();
  const address = (box: string): string => `${box}@s${seed}.example`;
  return {
    who,
    addresses: [address(name), address(`${name}.work`)],
    secondAddress: address(`${name}.second`),
    ...{ accounts: [], orders: [], carts: [], names: [] },
    ...{ hasContactOfRep: false, repAddress: null, others: 0 },
  };
}

export function accountsIn({ accounts }: Life, shop: ShopName): Account[] {
  return accounts.filter((one) => one.shop === shop && !one.isGone);
}

/** Whether what a rep wrote was looked at before this turn: until then nobody can know the address. */
export function isNoticed({ repAddress }: Life, turn: number): boolean {
  if (!repAddress) return true;
  for (let at = repAddress.turn; at < turn; at += 1) if (sweepIn(at) === 'before') return true;
  return false;
}

/** With which address they are a guest in a shop now. */
export function guestAddress(life: Life, shop: ShopName, turn: number, random: Random): string {
  const { repAddress, addresses } = life;
  if (repAddress?.shop === shop && isNoticed(life, turn) && random.chance(0.5))
    return repAddress.address;
  return random.chance(0.7) ? addresses[0] : addresses[1];
}
