import { transaction, type Pool } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, RecordKey } from '../../shared/ids.ts';
import type { Org } from '../../shared/orgs.ts';
import type { Records } from '../read-records.ts';
import type { OpenShop } from '../shops/open-shops.ts';
import type { Outcome } from '../task.ts';
import { sharersOf } from './address-mates.ts';
import { withoutErased } from './erased.ts';
import { identify, lockRegister, type Identified } from './identify.ts';
import { withPeopleLocked } from './lock-people.ts';
import { mentionsOf, type Mentioned } from './mentions.ts';
import { mergePeople } from './merge-people.ts';
import { loadPeople, type Person } from './person.ts';
import { priorPeople } from './prior-people.ts';
import type { ToldOf } from './settle-words.ts';
import { refuseTwoCustomers } from './two-customers.ts';

/** Whose some records are, by the books and before anybody is held. */
export interface Named {
  mentioned: Mentioned[];
  /** Whom each mention means. */
  found: (Identified | null)[];
  /** Whom the books named for each record before. */
  prior: Map<RecordKey, PersonId[]>;
  /** Records of which nobody can tell whose they are. */
  failed: Map<RecordKey, Outcome>;
}

/** People no other worker touches until the work is done. */
export interface Held {
  /** Whom each record names now, then whom the books named before. */
  peopleOf: (key: RecordKey) => PersonId[];
  /** Everybody else who shares, or shared until now, an address with one of these. */
  matesOf: (people: PersonId[]) => PersonId[];
  /** Records of which another worker holds somebody: they come again in a moment. */
  busy: Set<RecordKey>;
  /** What the records say of whom. */
  told: ToldOf[];
}

export async function nameOwners(
  pool: Pool,
  org: Org,
  open: OpenShop,
  records: Records,
): Promise<Named> {
  const all = await mentionsOf(pool, org.id, open, records);
  const { mentioned, failed } = await withoutErased(open, records, all);
  const mentions = mentioned.map(({ mention }) => mention);
  const { shop, whoIsErased } = open;
  const found = await identify(pool, org.id, shop.id, mentions, org.settings, whoIsErased);
  return { mentioned, found, failed, prior: await priorPeople(pool, open, records) };
}

/**
 * Runs `work` while the people of these records, and all with whom they share an address, are held.
 * Those who turned out to be one human are merged before it begins.
 */
export async function withOwners<T>(
  pool: Pool,
  org: OrgId,
  named: Named,
  keys: RecordKey[],
  work: (held: Held) => Promise<T>,
): Promise<T> {
  const claims = new Map(named.mentioned.map(({ key }, index) => [key, named.found[index]]));
  const owners = new Map(
    keys.map((key) => {
      const claim = claims.get(key);
      const now = claim ? [claim.person, ...claim.same] : [];
      return [key, [...new Set([...now, ...(named.prior.get(key) ?? [])])]];
    }),
  );
  const ids = [...new Set([...owners.values()].flat())];
  const said = addressesSaid(named);
  const wanted = await neighbours(pool, org, ids, said);
  return withPeopleLocked(pool, [...new Set([...ids, ...wanted.all()])], async (mine) => {
    // Whoever was merged, or came to one of the addresses, before we held them.
    const present = await neighbours(pool, org, ids, said);
    const isFree = (id: PersonId): boolean =>
      mine.has(id) && present.has(id) && present.around(id).every((mate) => mine.has(mate));
    const busy = new Set(keys.filter((key) => !(owners.get(key) ?? []).every(isFree)));
    const merged = await mergeAll(
      pool,
      org,
      keys.flatMap((key) => (busy.has(key) ? [] : (claims.get(key) ?? []))),
      mergedByShop(named),
    );
    const nowCalled = (some: PersonId[]): PersonId[] => [
      ...new Set(some.map((id) => merged.get(id) ?? id)),
    ];
    return work({
      busy,
      peopleOf: (key) => nowCalled(owners.get(key) ?? []),
      matesOf(people) {
        const all = nowCalled(people.flatMap((id) => present.around(id, merged)));
        return all.filter((id) => !people.includes(id));
      },
      told: toldOf(named),
    });
  });
}

function toldOf({ mentioned, found }: Named): ToldOf[] {
  return mentioned.flatMap(({ word, consent }, index) => {
    const person = found[index]?.person;
    return person ? { person, word, ...(consent && { consent }) } : [];
  });
}

/** Of whom the shop itself says that they were several of its customers. */
function mergedByShop({ mentioned, found }: Named): Set<PersonId> {
  return new Set(
    mentioned.flatMap(({ mention: { absorbed = [] } }, index) =>
      absorbed.length > 0 ? (found[index]?.person ?? []) : [],
    ),
  );
}

/** Who was merged into whom. */
async function mergeAll(
  pool: Pool,
  org: OrgId,
  claims: Identified[],
  certain: ReadonlySet<PersonId>,
): Promise<Map<PersonId, PersonId>> {
  const merged = new Map<PersonId, PersonId>();
  for (const { person: winner, same } of claims) {
    for (const loser of same) {
      if (merged.has(loser)) continue;
      await transaction(pool, async (client) => {
        await lockRegister(client, org);
        if (!certain.has(winner)) await refuseTwoCustomers(client, [winner, loser]);
        await mergePeople(client, org, { winner, loser });
      });
      merged.set(loser, winner);
    }
  }
  return merged;
}

interface Neighbours {
  has: (id: PersonId) => boolean;
  all: () => PersonId[];
  /** The person, whoever was merged into them, and all who share an address with one of those. */
  around: (id: PersonId, merged?: ReadonlyMap<PersonId, PersonId>) => PersonId[];
}

/** Addresses that may be about to become somebody's. */
function addressesSaid({ mentioned, found }: Named): Map<PersonId, string[]> {
  const said = new Map<PersonId, string[]>();
  for (const [index, { mention }] of mentioned.entries()) {
    const person = found[index]?.person;
    if (!person || mention.email === null) continue;
    said.set(person, [...(said.get(person) ?? []), mention.email]);
  }
  return said;
}

async function neighbours(
  pool: Pool,
  org: OrgId,
  ids: PersonId[],
  said: ReadonlyMap<PersonId, string[]>,
): Promise<Neighbours> {
  const people = ids.length > 0 ? await loadPeople(pool, ids) : new Map<PersonId, Person>();
  const addresses = (id: PersonId): string[] => {
    const email = people.get(id)?.email;
    return [...(email ? [email] : []), ...(said.get(id) ?? [])];
  };
  const sharers = await sharersOf(pool, org, ids.flatMap(addresses));
  const beside = (id: PersonId): PersonId[] => [
    id,
    ...addresses(id).flatMap((email) => sharers.get(email) ?? []),
  ];
  return {
    has: (id) => people.has(id),
    all: () => [...sharers.values()].flat(),
    around(id, merged = new Map()) {
      const formerly = [...merged].flatMap(([loser, winner]) => (winner === id ? loser : []));
      return [id, ...formerly].flatMap(beside);
    },
  };
}
