import type { Queryable } from '../../../shared/database/pool.ts';
import type { PersonId, ShopId } from '../../../shared/ids.ts';
import { guestKey } from '../names.ts';
import { loadKeys, type Person } from '../person.ts';
import type { Seeker } from './candidate.ts';

/** What is known of people that may name them in Salesforce. */
export async function loadSeekers(
  db: Queryable,
  shop: ShopId,
  people: Person[],
): Promise<Seeker[]> {
  const ids = people.map(({ id }) => id);
  const names = await loadKeys(db, ids);
  // Only what people said of themselves is kept as their profile: whom an order was billed to is not
  // in it.
  const { rows } = await db.query<{ id: PersonId; phone: string | null; isMadeAnew: boolean }>(
    `select id, profile->'profile'->>'phone' as phone, made_anew as "isMadeAnew"
     from cartbridge.person where id = any($1::uuid[])`,
    [ids],
  );
  const rest = new Map(rows.map((row) => [row.id, row]));
  return people.map(({ id, customerKey, email }) => {
    const asCustomer = (names.get(id) ?? []).filter((name) => name.includes(':customer:'));
    const asGuest = email === null ? [] : [guestKey(shop, email)];
    const own = `${shop}:customer:`;
    return {
      ...{ id, email },
      keys: [...new Set([customerKey, ...asCustomer, ...asGuest])],
      phone: rest.get(id)?.phone ?? null,
      customerNumbers: [customerKey, ...asCustomer]
        .filter((key, index, all) => key.startsWith(own) && all.indexOf(key) === index)
        .map((key) => key.slice(own.length)),
      isMadeAnew: rest.get(id)?.isMadeAnew ?? false,
    };
  });
}

/** ISO 3166-1 alpha-2 of the shop, for phone numbers that name no country; empty when unknown. */
export async function countryOf(db: Queryable, shop: ShopId): Promise<string> {
  const { rows } = await db.query<{ country: string | null }>(
    `select settings->>'country' as country from cartbridge.shop where id = $1`,
    [shop],
  );
  return rows[0]?.country ?? '';
}
