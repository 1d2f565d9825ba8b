import type { RecordKind } from '../../../../src/shared/ids.ts';

/** The two shops of a story. */
export type ShopName = 'A' | 'B';
export const SHOPS: readonly ShopName[] = ['A', 'B'];

interface InShop {
  who: string;
  shop: ShopName;
}

/** What a human, or the shop's owner, does in a shop. */
export type ShopStep = InShop &
  (
    | { does: 'registers'; account: string; address: string }
    | { does: 'changes address'; account: string; address: string }
    | { does: 'refuses cart mail'; account: string }
    /** `account` null: as a guest. `billedTo` is what the order says, whoever that is. */
    | ({ does: 'orders'; order: string; billedTo: string; cents: number } & Buyer)
    | { does: 'is paid back'; order: string; cents: number }
    | { does: 'cancels'; order: string }
    | ({ does: 'fills a cart'; cart: string; cents: number } & Buyer)
    /** `nth` tells one leaving from the next. */
    | { does: 'leaves a cart'; cart: string; nth: string }
    | { does: 'comes back to a cart'; cart: string; cents: number }
    | { does: 'throws a cart away'; cart: string }
    | { does: 'is merged'; account: string; into: string; takesOrders: boolean }
    | { does: 'is deleted'; account: string }
  );

interface Buyer {
  account: string | null;
  address: string;
  /** The cart that is bought with it. */
  boughtCart?: string;
}

/**
 * What Salesforce's users do about whoever goes by `name` in a shop. Where Salesforce has no such
 * record at that moment, nothing is done.
 */
export type SalesforceStep = { who: string; shop: ShopName; name: string } & (
  | { does: 'rep makes a Contact'; address: string }
  | { does: 'rep converts the Lead'; into: 'a new Contact' | 'the Contact of a rep' }
  | { does: 'rep merges it'; as: 'winner' | 'loser'; address: string }
  | { does: 'rep merges both records' }
  | { does: 'rep deletes it' }
  | { does: 'rep undeletes it' }
  | { does: 'rep changes the address'; address: string }
);

export type Step = ShopStep | SalesforceStep;

export function isOfSalesforce(step: Step): step is SalesforceStep {
  return step.does.startsWith('rep ');
}

/** A delivery that says "look at this record", and what it says beyond that. */
export interface Delivery {
  shop: ShopName;
  kind: RecordKind;
  id: string;
  heard?: { says: 'abandoned' | 'bought' | 'deleted' | 'absorbed'; of: string };
  /** Which of the two workers takes it. */
  worker: 0 | 1;
}

export interface Turn {
  /** They happen first, one after the other. */
  steps: Step[];
  /** Then these arrive, both workers at once. */
  deliveries: Delivery[];
}

/** The life of one or two humans, from a seed. */
export interface Script {
  seed: number;
  /** Whether one address in two shops is one person, by the admin's policy. */
  acrossShops: boolean;
  turns: Turn[];
}

/** Sweeps of what changed in Salesforce: before a turn's deliveries, at the same time, or not at all. */
export function sweepIn(turn: number): 'before' | 'beside' | 'none' {
  return (['none', 'before', 'beside'] as const)[turn % 3] ?? 'none';
}

export const TURNS = 6;
