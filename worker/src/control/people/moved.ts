import type { PgBoss } from 'pg-boss';
import { queueRecords } from '../../buffer/inbox.ts';
import { transaction, type Client, type Pool, type Queryable } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, RecordKey, ShopId } from '../../shared/ids.ts';

/** Said in the place of a webhook's scope. It tells nothing, so it can start no program. */
export const MOVED_SCOPE = 'cartbridge/person-moved';

/** Some records of a person who is another record in Salesforce than before. */
export interface Slice {
  person: PersonId;
  /** As it is in `moved_person`: another move begins anew. */
  movedAt: string;
  keys: RecordKey[];
  /** Nothing of theirs was queued before. */
  isFirst: boolean;
  isLast: boolean;
}

/** The next records of whoever moved first; those of one person at a time. */
export async function nextSlice(db: Queryable, org: OrgId, most: number): Promise<Slice | null> {
  const { rows } = await db.query<Omit<Slice, 'isLast'>>(
    `with first as (
       select person_id, last_key, moved_at from cartbridge.moved_person
       where org_id = $1 order by moved_at, person_id limit 1
     )
     select person_id as person, moved_at::text as "movedAt", last_key = '' as "isFirst", array(
       select key from (
         select key from cartbridge.order_ledger where person_id = first.person_id
         union
         select key from cartbridge.cart_ledger where person_id = first.person_id
         union
         select part.key from cartbridge.order_part as part
         join cartbridge.order_ledger as bought on bought.key = part.order_key
         where bought.person_id = first.person_id
         union
         select key from cartbridge.person_key
         where person_id = first.person_id and split_part(key, ':', 2) = 'customer'
       ) as theirs
       where key > first.last_key order by key limit $2
     ) as keys
     from first`,
    [org, most],
  );
  const [slice] = rows;
  return slice ? { ...slice, isLast: slice.keys.length < most } : null;
}

/**
 * Puts the records of a slice into the buffer, as events of the worker's own, and remembers how far
 * it came; with the last slice the person has moved with all there is.
 */
export async function queueSlice(
  pool: Pool,
  boss: PgBoss,
  org: OrgId,
  { person, movedAt, keys, isLast }: Slice,
): Promise<void> {
  await transaction(pool, async (client) => {
    const mine = [person, movedAt];
    if (isLast) {
      await client.query(
        'delete from cartbridge.moved_person where person_id = $1 and moved_at = $2',
        mine,
      );
    } else {
      await client.query(
        'update cartbridge.moved_person set last_key = $3 where person_id = $1 and moved_at = $2',
        [...mine, keys.at(-1)],
      );
    }
    await addEvents(client, boss, org, person, keys);
  });
}

async function addEvents(
  client: Client,
  boss: PgBoss,
  org: OrgId,
  person: PersonId,
  keys: RecordKey[],
): Promise<void> {
  const { rows } = await client.query<{ key: RecordKey }>(
    `insert into cartbridge.event (org_id, shop_id, scope, record_key, idempotency_key, body)
     select $1, shop.id, $2, key, $2 || ':' || $3 || ':' || key, '{}'
     from unnest($4::text[]) as added (key)
     join cartbridge.shop on shop.org_id = $1 and shop.id = split_part(key, ':', 1)
     on conflict (shop_id, idempotency_key) where state = 'waiting' and taken_at is null do nothing
     returning record_key as key`,
    [org, MOVED_SCOPE, person, keys],
  );
  await queueRecords(
    client,
    boss,
    rows.map(({ key }) => ({ orgId: org, recordKey: key })),
  );
}

/** What waits in the buffer: live events nobody has looked at, and how many of those added here. */
export async function waiting(
  db: Queryable,
  org: OrgId,
): Promise<{ isLive: boolean; moved: number }> {
  const { rows } = await db.query<{ isLive: boolean; moved: number }>(
    `select exists (
       select from cartbridge.event
       where org_id = $1 and state = 'waiting' and taken_at is null
         and not starts_with(scope, 'cartbridge/')
     ) as "isLive", (
       select count(*)::int from cartbridge.event
       where org_id = $1 and state = 'waiting' and scope = $2
     ) as moved`,
    [org, MOVED_SCOPE],
  );
  return rows[0] ?? { isLive: false, moved: 0 };
}

/** The shops that a slice's records are of. */
export function byShop(keys: RecordKey[]): Map<ShopId, RecordKey[]> {
  const shops = new Map<ShopId, RecordKey[]>();
  for (const key of keys) {
    const shop = (key.split(':')[0] ?? '') as ShopId;
    shops.set(shop, [...(shops.get(shop) ?? []), key]);
  }
  return shops;
}
