import type { Told } from '../../../../src/compose/compose-shop.ts';
import type { Row } from '../../../../src/deliver/row.ts';
import type { RecordKey } from '../../../../src/shared/ids.ts';
import { cartStories } from './cart-stories.ts';
import type { LiveFields } from './end-state.ts';
import type { Script } from './script.ts';
import type { Arriving, Watch } from './workers.ts';

/** What no write may ever say, whatever the books are like at that moment; by seed. */
export interface Watcher extends Watch {
  /** To be told of the deliveries of a turn whose records are up to date now. */
  finished(arriving: Arriving[], turn: number): void;
  /** What Salesforce shows in the end is held to the same. */
  inspect(live: ReadonlyMap<string, LiveFields>): void;
  readonly faults: ReadonlyMap<number, string[]>;
}

/** Whatever is wrong with nobody's story. */
export const NOBODYS = -1;

/** Watches every row the workers tell Salesforce about people. */
export function watchWrites(scripts: Script[]): Watcher {
  const faults = new Map<number, string[]>();
  const carts = cartStories(scripts);
  const note = (seed: number | undefined, fault: string): void => {
    const before = faults.get(seed ?? NOBODYS) ?? [];
    if (!before.includes(fault)) faults.set(seed ?? NOBODYS, [...before, fault]);
  };

  function lookAtCart(name: string, status: unknown, url: string): void {
    if (status !== 'Abandoned') return;
    const cart = carts.byUrl.get(url);
    const why = cart ? carts.forbids(cart) : 'that nobody filled';
    if (why) note(cart?.seed, `${name} shows an abandoned cart ${why}: ${url}.`);
  }

  function look({ object, key, fields, createFields = {} }: Row): void {
    const all: Row['fields'] = { ...createFields, ...fields };
    const url = String(all.Cart_URL__c);
    for (const [field, value] of Object.entries(all))
      if (value === null || value === '')
        note(
          seedOf(String(all.Customer_Key__c)) ?? carts.byUrl.get(url)?.seed,
          `${field} of the ${object} ${key} was emptied.`,
        );
    lookAtCart(`The ${object} ${key}`, all.Cart_Status__c, url);
  }

  return {
    faults,
    told({ units }: Told) {
      for (const { rows } of units)
        for (const row of rows) if (row.object === 'Lead' || row.object === 'Contact') look(row);
    },
    putAside(key: RecordKey, why: string) {
      note(seedOf(key), `${key} was put aside: ${why}`);
    },
    finished(arriving, turn) {
      for (const { delivery } of arriving) carts.know(delivery, turn);
    },
    inspect(live) {
      for (const [id, { cartStatus, cartUrl }] of live)
        lookAtCart(`In the end ${id}`, cartStatus, String(cartUrl));
    },
  };
}

/** A record's id begins with its seed; a guest's key is a digest. */
function seedOf(key: string): number | undefined {
  const seed = Number.parseInt(key.split(':')[2] ?? '', 10);
  return key.includes(':guest:') || Number.isNaN(seed) ? undefined : seed;
}
