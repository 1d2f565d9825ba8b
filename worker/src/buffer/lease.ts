import type { Queryable } from '../shared/database/pool.ts';
import type { OrgId, RecordKey, ShopId } from '../shared/ids.ts';
import type { ShopEvent, Task } from '../compose/task.ts';

/** A record to look at, with its waiting events, oldest first. */
export interface Lease extends Task {
  eventIds: string[];
  attempts: number;
  /** Since when it fails in the way named by `failingKind`, without a success in between. */
  failingSince: Date | null;
  failingKind: string | null;
  oldestReceivedAt: Date;
}

/**
 * Marks the waiting events of these records as taken and returns them by record. Records without
 * any (already done by somebody else) are left out.
 */
export async function takeEvents(db: Queryable, keys: string[]): Promise<Lease[]> {
  const { rows } = await db.query<EventRow>(
    `with taken as (
       update cartbridge.event set taken_at = coalesce(taken_at, now())
       where record_key = any($1) and state = 'waiting'
       returning id, org_id, shop_id, record_key, scope, body, received_at
     ), looked as (
       insert into cartbridge.record (key, org_id, taken_at)
       select distinct record_key, org_id, now() from taken
       on conflict (key) do update set taken_at = excluded.taken_at
       returning key, attempts, failing_since, failing_kind
     )
     select id, org_id as "orgId", shop_id as "shopId", record_key as "recordKey", scope, body,
            received_at as "receivedAt", attempts, failing_since as "failingSince",
            failing_kind as "failingKind"
     from taken join looked on looked.key = taken.record_key
     order by id`,
    [keys],
  );
  const leases = new Map<string, Lease>();
  for (const row of rows) {
    const lease = leases.get(row.recordKey) ?? emptyLease(row);
    lease.eventIds.push(row.id);
    lease.events.push(toEvent(row));
    leases.set(row.recordKey, lease);
  }
  return [...leases.values()];
}

interface EventRow {
  id: string;
  orgId: OrgId;
  shopId: ShopId;
  recordKey: RecordKey;
  scope: string;
  body: string;
  receivedAt: Date;
  attempts: number;
  failingSince: Date | null;
  failingKind: string | null;
}

function emptyLease(row: EventRow): Lease {
  return {
    key: row.recordKey,
    shopId: row.shopId,
    events: [],
    eventIds: [],
    attempts: row.attempts,
    failingSince: row.failingSince,
    failingKind: row.failingKind,
    oldestReceivedAt: row.receivedAt,
  };
}

function toEvent({ scope, body, receivedAt }: EventRow): ShopEvent {
  return { scope, body, receivedAt };
}
