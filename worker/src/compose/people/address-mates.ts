import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId, PersonId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { Person, PersonObject } from './person.ts';
import { isGuestKey } from './names.ts';
import { rankOf } from './seniority.ts';

/** Everybody of the org who goes by one of these addresses, by address. */
export async function sharersOf(
  db: Queryable,
  org: OrgId,
  addresses: string[],
): Promise<Map<string, PersonId[]>> {
  if (addresses.length === 0) return new Map();
  const { rows } = await db.query<{ email: string; ids: PersonId[] }>(
    `select email, array_agg(id order by id) as ids from cartbridge.person
     where org_id = $1 and email = any($2) group by email`,
    [org, [...new Set(addresses)]],
  );
  return new Map(rows.map(({ email, ids }) => [email, ids]));
}

/** Somebody who may be the one to carry the cart fields of an address. */
export interface Sharer {
  person: Person;
  /** What they are in Salesforce, or become with this very write. */
  object: PersonObject;
  lastOrderAt: Instant | null;
}

/**
 * The one of several people with one address who carries the cart fields; the others say None, or
 * two programs would write to one address. A Contact or person account before a Lead, who is
 * registered before a guest, then who bought last, then whom the books have had longest, then the
 * smallest id. Null where nobody is in Salesforce.
 */
export function primaryOf(sharers: Sharer[]): PersonId | null {
  return sharers.toSorted(byClaim)[0]?.person.id ?? null;
}

function byClaim(one: Sharer, other: Sharer): number {
  return (
    rankOf(one.object) - rankOf(other.object) ||
    Number(isGuestKey(one.person.customerKey)) - Number(isGuestKey(other.person.customerKey)) ||
    // Instants of one format sort as text; the later one first.
    compare(other.lastOrderAt ?? '', one.lastOrderAt ?? '') ||
    one.person.createdAt.getTime() - other.person.createdAt.getTime() ||
    compare(one.person.id, other.person.id)
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
