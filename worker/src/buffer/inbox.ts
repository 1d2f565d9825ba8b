import type { PgBoss } from 'pg-boss';
import { EVENTS_QUEUE, WAKE_CHANNEL, within, type EventJob } from '../shared/database/queue.ts';
import { transaction, type Client, type Pool } from '../shared/database/pool.ts';
import type { OrgId, RecordKey, ShopId } from '../shared/ids.ts';

export interface IncomingEvent {
  orgId: OrgId;
  shopId: ShopId;
  scope: string;
  /** Null: none of ours; kept and ignored. */
  recordKey: RecordKey | null;
  idempotencyKey: string;
  body: string;
}

/** A record just looked at is looked at again this much later: bursts then cost two reads. */
export const COALESCE_MS = 1_000;

/**
 * The inbox: an event's row and the job that looks at its record are one commit.
 *
 * Natural batching: whatever arrives while one insert is under way goes into the next one, so a
 * lone event leaves at once and a flood shares its fsyncs, without a timer and without giving up
 * durability: nobody is answered before the commit that holds its event.
 */
export function createInbox(pool: Pool, boss: PgBoss): (event: IncomingEvent) => Promise<void> {
  const LARGEST_BATCH = 500;
  let waiting: Waiting[] = [];
  let busy = false;

  async function flush(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, LARGEST_BATCH);
      waiting = waiting.slice(LARGEST_BATCH);
      await store(batch);
    }
    busy = false;
  }

  async function store(batch: Waiting[]): Promise<void> {
    const events = batch.map(({ event }) => event);
    try {
      await transaction(pool, (client) => storeEvents(client, boss, events));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      // One event the database refuses (its shop was just removed) must not cost the others theirs.
      if (batch.length > 1 && refusesContent(error)) for (const one of batch) await store([one]);
      else for (const { reject } of batch) reject(error);
    }
  }

  return (event) =>
    new Promise((resolve, reject) => {
      waiting.push({ event, resolve, reject });
      if (!busy) void flush();
    });
}

interface Waiting {
  event: IncomingEvent;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** PostgreSQL's classes 22 and 23: what was brought is wrong, not the database away. */
function refusesContent(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown }).code));
}

/** Stores events and queues a look at each one's record, within the caller's transaction. */
export async function storeEvents(
  client: Client,
  boss: PgBoss,
  events: IncomingEvent[],
): Promise<void> {
  await client.query(
    `insert into cartbridge.event (org_id, shop_id, scope, record_key, idempotency_key, body, state, settled_at)
     select org_id, shop_id, scope, record_key, idempotency_key, body,
            case when record_key is null then 'ignored' else 'waiting' end,
            case when record_key is null then now() end
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       as incoming (org_id, shop_id, scope, record_key, idempotency_key, body)
     on conflict (shop_id, idempotency_key) where state = 'waiting' and taken_at is null do nothing`,
    columns(events),
  );
  await queueRecords(
    client,
    boss,
    events.flatMap(({ orgId, recordKey }) => (recordKey ? [{ orgId, recordKey }] : [])),
  );
}

function columns(events: IncomingEvent[]): (string | null)[][] {
  return [
    events.map((event) => event.orgId),
    events.map((event) => event.shopId),
    events.map((event) => event.scope),
    events.map((event) => event.recordKey),
    events.map((event) => event.idempotencyKey),
    events.map((event) => event.body),
  ];
}

/**
 * Queues a look at each record, within the caller's transaction, and wakes whoever waits. A record
 * that already has a job waiting keeps that one; one that was looked at a moment ago waits a little.
 */
export async function queueRecords(
  client: Client,
  boss: PgBoss,
  records: { orgId: string; recordKey: string; notBefore?: Date }[],
): Promise<void> {
  if (records.length === 0) return;
  // In one order everywhere: two transactions that queue the same records must not wait for each other.
  const unique = [...new Map(records.map((record) => [record.recordKey, record])).values()].sort(
    (one, other) => (one.recordKey < other.recordKey ? -1 : 1),
  );
  const { rows } = await client.query<{ key: string; takenAt: Date }>(
    `select key, taken_at as "takenAt" from cartbridge.record
     where key = any($1) and taken_at > now() - make_interval(secs => $2)`,
    [unique.map(({ recordKey }) => recordKey), COALESCE_MS / 1000],
  );
  const lastTaken = new Map(rows.map(({ key, takenAt }) => [key, takenAt]));
  const jobs = unique.map((record) => {
    const taken = lastTaken.get(record.recordKey);
    const earliest = record.notBefore ?? (taken && new Date(taken.getTime() + COALESCE_MS));
    const data: EventJob = { orgId: record.orgId, recordKey: record.recordKey };
    return {
      data,
      singletonKey: record.recordKey,
      group: { id: record.orgId },
      ...(earliest && { startAfter: earliest }),
    };
  });
  await boss.insert(EVENTS_QUEUE, jobs, { db: within(client) });
  await client.query('select pg_notify($1, $2)', [WAKE_CHANNEL, '']);
}
