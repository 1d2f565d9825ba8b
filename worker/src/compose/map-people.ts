import { isDeepStrictEqual } from 'node:util';
import type { Pool } from '../shared/database/pool.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Org } from '../shared/orgs.ts';
import type { CompanyAccount } from './companies/find-companies.ts';
import { cartBlock, type CartBlock } from './books/cart-block.ts';
import { cartsOf } from './books/cart-ledger.ts';
import type { CartState } from './books/cart-state.ts';
import { NO_TOTALS, totalsOf, type Totals } from './books/order-ledger.ts';
import { personInput } from './mapping/input-of.ts';
import { primaryOf, type Sharer } from './people/address-mates.ts';
import { effectiveConsent, ruling } from './people/consent.ts';
import { objectOf } from './people/creating.ts';
import type { Person, Profile } from './people/person.ts';
import type { Mapper } from './rows/map-row.ts';
import { personLinks, personRow } from './rows/person-row.ts';
import type { MappedPerson } from './rows/unit-rows.ts';

/** People whose records are about to be written, and those around them. */
export interface Around {
  /** Whose the records are, linked where Salesforce has them. */
  people: Map<PersonId, Person>;
  /** Who shares an address with one of those. */
  mates: Map<PersonId, Person>;
  matesOf: (people: PersonId[]) => PersonId[];
  profiles: Map<PersonId, Profile>;
  /** Of the companies they buy for, where Salesforce has not told their own. */
  accounts: Map<PersonId, CompanyAccount>;
}

export interface MappedPeople {
  mapped: Map<PersonId, MappedPerson>;
  /** The cart block each of them is being given. */
  blocks: Map<PersonId, CartBlock>;
  /** Mates whose block in Salesforce is no longer right; the others need not be touched. */
  stirred: Set<PersonId>;
}

/** Each person once, however many records of theirs changed. */
export async function mapPeople(
  pool: Pool,
  org: Org,
  mapper: Mapper,
  { people, mates, profiles, accounts }: Around,
): Promise<MappedPeople> {
  const all = [...people.values(), ...mates.values()];
  const ids = all.map(({ id }) => id);
  const totals = await totalsOf(pool, ids);
  const carts = await cartsOf(pool, ids);
  const result: MappedPeople = { mapped: new Map(), blocks: new Map(), stirred: new Set() };
  for (const sharers of byAddress(all)) {
    const primary = primaryOf(claims(org, sharers, people, totals));
    const consent = effectiveConsent(sharers.map((person) => person.consent));
    const isOptedOut = sharers.some(({ optedOut }) => optedOut);
    const { cart, optOut } = ruling(consent, isOptedOut, org.settings.consent);
    const theirs = sharers.flatMap(({ id }) => carts.get(id) ?? []);
    for (const person of sharers) {
      const block = blockOf(mapper, person, person.id === primary ? theirs : [], cart === 'hold');
      const sums = totals.get(person.id) ?? { ...NO_TOTALS, currency: mapper.shop.currency };
      const profile = profiles.get(person.id) ?? null;
      const input = personInput(mapper.shop, person, profile, sums, block, { ...consent, optOut });
      const company = accounts.get(person.id)?.linked ?? {};
      const row = personRow(mapper, person, input, org.settings, company);
      const linked = personLinks(person, org.settings, row !== null, company);
      result.blocks.set(person.id, block);
      result.mapped.set(person.id, { customerKey: person.customerKey, input, row, linked });
      if (mates.has(person.id) && isStirred(person, block)) result.stirred.add(person.id);
    }
  }
  return result;
}

/** Who has no address shares none. */
function byAddress(people: Person[]): Person[][] {
  return [...Map.groupBy(people, ({ id, email }) => email ?? id).values()];
}

/** Somebody who is not in Salesforce, and does not come there now, can carry nothing. */
function claims(
  org: Org,
  sharers: Person[],
  written: Map<PersonId, Person>,
  totals: Map<PersonId, Totals>,
): Sharer[] {
  return sharers.flatMap((person): Sharer | [] => {
    const object = written.has(person.id)
      ? objectOf(person, org.settings)
      : (person.link?.object ?? null);
    if (object === null) return [];
    return { person, object, lastOrderAt: totals.get(person.id)?.lastOrderAt ?? null };
  });
}

function blockOf({ shop }: Mapper, person: Person, carts: CartState[], held: boolean): CartBlock {
  const storefront = { url: shop.storefrontUrl, currency: shop.currency };
  return cartBlock(carts, person.cartBlock, storefront, new Date(), { held });
}

/** Who was never told of a cart need not be told that there is none. */
function isStirred({ link, cartBlock: before }: Person, block: CartBlock): boolean {
  if (link === null || (before === null && block.status === 'None')) return false;
  return !isDeepStrictEqual(block, before);
}
