import type { PgBoss } from 'pg-boss';
import { queueRecords } from '../../buffer/inbox.ts';
import { transaction, type Pool, type Queryable } from '../../shared/database/pool.ts';
import type { OrgId, RecordKey, SalesforceId, ShopId } from '../../shared/ids.ts';
import type { Shop } from '../../shared/shops.ts';

/** Said in the place of a webhook's scope. It tells nothing, so it can start no program. */
export const REAPPLY_SCOPE = 'cartbridge/reapply';

/** How far bringing a shop's records to its current mapping has come. */
export interface Progress {
  shopId: ShopId;
  jobId: SalesforceId;
  lastKey: string;
  total: number;
  completed: number;
  failed: number;
  /** Added and not known to be settled; null: nothing is under way. */
  slice: RecordKey[] | null;
}

const COLUMNS = `shop_id as "shopId", job_id as "jobId", last_key as "lastKey", total, completed,
  failed, slice`;

export async function findProgress(db: Queryable, shop: ShopId): Promise<Progress | undefined> {
  const { rows } = await db.query<Progress>(
    `select ${COLUMNS} from cartbridge.reapply where shop_id = $1`,
    [shop],
  );
  return rows[0];
}

/**
 * Records of the shop that an older version than the current one gave their values. People are found
 * by their customer records; a guest's row travels with their orders and carts.
 */
const outdated = (rest: (key: string) => string): string => `
  select key from (
    ${['Order__c', 'Shipment__c', 'Return__c', 'Cart__c', 'Commerce_Product__c']
      .map(
        (object) => `(
    select external_id as key from cartbridge.written, cartbridge.shop
    where written.org_id = $1 and shop.id = $2 and object = '${object}'
      and starts_with(external_id, $2 || ':')
      and coalesce(written.mapping_version, 0) < shop.mapping_version ${rest('external_id')})
    union`,
      )
      .join('')} (
    select person_key.key
    from cartbridge.person_key, cartbridge.shop
    where person_key.org_id = $1 and shop.id = $2
      and starts_with(person_key.key, $2 || ':customer:')
      and exists (
        select from cartbridge.written
        where written.org_id = $1 and object in ('Lead', 'Contact', 'Account')
          and external_id = 'person:' || person_key.person_id
          and coalesce(written.mapping_version, 0) < shop.mapping_version
      ) ${rest('person_key.key')})
  ) as outdated`;

const OUTDATED = outdated(() => '');

/** Each kind goes on where the last slice ended: the whole is not looked through for every slice. */
const NEXT_OUTDATED = `${outdated((key) => `and ${key} > $3 order by ${key} limit $4`)}
  order by key limit $4`;

export async function beginProgress(
  pool: Pool,
  { id, orgId }: Shop,
  job: SalesforceId,
): Promise<Progress> {
  const { rows } = await pool.query<Progress>(
    `insert into cartbridge.reapply (shop_id, org_id, job_id, total)
     select $2, $1, $3, count(*) from (${OUTDATED}) as counted
     on conflict (shop_id) do update
       set job_id = excluded.job_id, last_key = '', total = excluded.total, completed = 0,
           failed = 0, slice = null
     returning ${COLUMNS}`,
    [orgId, id, job],
  );
  const [begun] = rows;
  if (!begun) throw new Error('The database did not return the row it was given.');
  return begun;
}

export async function endProgress(db: Queryable, shop: ShopId): Promise<void> {
  await db.query('delete from cartbridge.reapply where shop_id = $1', [shop]);
}

/** Takes what nobody has looked at yet out of the buffer again; what is under way is finished. */
export async function withdrawSlice(db: Queryable, shop: ShopId): Promise<void> {
  await db.query(
    `delete from cartbridge.event
     where shop_id = $1 and scope = $2 and state = 'waiting' and taken_at is null`,
    [shop, REAPPLY_SCOPE],
  );
}

/** Nobody has looked at these live events yet; they go first. */
export async function liveEventsWait(db: Queryable, org: OrgId): Promise<boolean> {
  const { rowCount } = await db.query(
    `select from cartbridge.event
     where org_id = $1 and state = 'waiting' and taken_at is null and scope <> $2 limit 1`,
    [org, REAPPLY_SCOPE],
  );
  return rowCount === 1;
}

/** Counts what became of the slice; null while any of it is still to be worked on. */
export async function settleSlice(
  pool: Pool,
  { orgId }: Shop,
  progress: Progress,
): Promise<Progress | null> {
  const { slice, shopId } = progress;
  if (!slice) return progress;
  const waiting = await pool.query(
    `select from cartbridge.event
     where record_key = any($1) and state = 'waiting' and scope = $2 limit 1`,
    [slice, REAPPLY_SCOPE],
  );
  if (waiting.rowCount) return null;
  const { rows } = await pool.query<Progress>(
    `update cartbridge.reapply set slice = null, completed = completed + cardinality(slice) - parked,
       failed = failed + parked
     from (
       select count(distinct record_key)::int as parked from cartbridge.event
       where org_id = $2 and state = 'parked' and record_key = any($3) and scope = $4
     ) as counted
     where shop_id = $1 and slice is not null
     returning ${COLUMNS}`,
    [shopId, orgId, slice, REAPPLY_SCOPE],
  );
  return rows[0] ?? progress;
}

/** Puts the next records into the buffer, as events of the worker's own; false when none is left. */
export async function addSlice(
  pool: Pool,
  boss: PgBoss,
  { id, orgId }: Shop,
  progress: Progress,
  most: number,
): Promise<boolean> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ key: RecordKey }>(NEXT_OUTDATED, [
      orgId,
      id,
      progress.lastKey,
      most,
    ]);
    const keys = rows.map(({ key }) => key);
    const last = keys.at(-1);
    if (last === undefined) return false;
    await client.query(
      `insert into cartbridge.event (org_id, shop_id, scope, record_key, idempotency_key, body)
       select $1, $2, $3, key, $4 || ':' || key, '{}' from unnest($5::text[]) as added (key)
       on conflict (shop_id, idempotency_key) where state = 'waiting' and taken_at is null do nothing`,
      [orgId, id, REAPPLY_SCOPE, progress.jobId, keys],
    );
    await client.query(
      'update cartbridge.reapply set slice = $2, last_key = $3 where shop_id = $1',
      [id, keys, last],
    );
    await queueRecords(
      client,
      boss,
      keys.map((recordKey) => ({ orgId, recordKey })),
    );
    return true;
  });
}
