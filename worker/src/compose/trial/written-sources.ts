import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId, RecordKey, SalesforceId, ShopId } from '../../shared/ids.ts';

/** A row of the ledger with all that is kept of how it came about. */
export interface WrittenRow {
  object: string;
  key: string;
  salesforceId: SalesforceId;
  parentKey: RecordKey | null;
  version: number | null;
  writtenAt: Date | null;
  eventScope: string | null;
  eventReceivedAt: Date | null;
  /** What it was mapped from; null where that is no longer kept, and of lines, which have their parent's. */
  source: unknown;
}

const COLUMNS = `object, external_id as key, salesforce_id as "salesforceId",
  parent_key as "parentKey", mapping_version as version, written_at as "writtenAt",
  event_scope as "eventScope", event_received_at as "eventReceivedAt", source`;

/** What was written to a record of Salesforce; undefined where nothing was. */
export async function findWrittenRecord(
  db: Queryable,
  org: OrgId,
  id: SalesforceId,
): Promise<WrittenRow | undefined> {
  const { rows } = await db.query<WrittenRow>(
    `select ${COLUMNS} from cartbridge.written where org_id = $1 and salesforce_id = $2
     order by written_at desc nulls last limit 1`,
    [org, id],
  );
  return rows[0];
}

/** What the order or cart of a line was mapped from. */
export async function findParentSource(
  db: Queryable,
  org: OrgId,
  key: RecordKey,
): Promise<unknown> {
  const { rows } = await db.query<{ source: unknown }>(
    `select source from cartbridge.written
     where org_id = $1 and object in ('Order__c', 'Cart__c') and external_id = $2`,
    [org, key],
  );
  return rows[0]?.source ?? null;
}

/** Rows of a shop by the key they go by, and its people by the names the shop has for them. */
const OF_SHOP = `(starts_with(external_id, $2 || ':') or external_id = $2
  or (object in ('Lead', 'Contact') and exists (
        select from cartbridge.person
        where person.org_id = $1 and external_id = 'person:' || person.id
          and (starts_with(person.customer_key, $2 || ':')
               or exists (select from cartbridge.person_key
                          where person_id = person.id and starts_with(key, $2 || ':'))))))`;

/** How many records of these objects the worker wrote for a shop. */
export async function countWritten(
  db: Queryable,
  org: OrgId,
  shop: ShopId,
  objects: string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ object: string; count: number }>(
    `select object, count(*)::int as count from cartbridge.written
     where org_id = $1 and object = any($3) and ${OF_SHOP} group by object`,
    [org, shop, objects],
  );
  return new Map(rows.map(({ object, count }) => [object, count]));
}

/** The same of an object that admins added: its keys are not ours, and so say nothing of the shop. */
export async function countOther(db: Queryable, org: OrgId, object: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from cartbridge.written where org_id = $1 and object = $2',
    [org, object],
  );
  return rows[0]?.count ?? 0;
}

export interface KeptSource {
  object: string;
  key: string;
  /** Null where it is no longer kept. */
  source: unknown;
}

/** What records of one object were mapped from, page by page, in the order of their keys. */
export async function pageOfSources(
  db: Queryable,
  org: OrgId,
  shop: ShopId,
  object: string,
  after: string,
  most: number,
): Promise<KeptSource[]> {
  const { rows } = await db.query<KeptSource>(
    `select object, external_id as key, source from cartbridge.written
     where org_id = $1 and object = $3 and external_id > $4 and ${OF_SHOP}
     order by external_id limit $5`,
    [org, shop, object, after, most],
  );
  return rows;
}
