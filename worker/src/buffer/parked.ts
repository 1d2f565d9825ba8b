import type { PgBoss } from 'pg-boss';
import { transaction, type Pool } from '../shared/database/pool.ts';
import type { OrgId, RecordKey } from '../shared/ids.ts';
import { queueRecords } from './inbox.ts';

/** An event that keeps failing, kept with its payload until somebody decides. */
export interface ParkedEvent {
  id: string;
  recordKey: RecordKey;
  scope: string;
  reason: { kind: string; message: string; nextStep?: string };
}

export async function parkedByCause(
  pool: Pool,
): Promise<{ org: string; kind: string; events: number; example: string }[]> {
  const { rows } = await pool.query<{ org: string; kind: string; events: number; example: string }>(
    `select org_id as org, reason->>'kind' as kind, count(*)::int as events,
            min(reason->>'message') as example
     from cartbridge.event where state = 'parked' group by 1, 2 order by 3 desc`,
  );
  return rows;
}

export async function listParked(pool: Pool, kind?: string): Promise<ParkedEvent[]> {
  const { rows } = await pool.query<ParkedEvent>(
    `select id, record_key as "recordKey", scope, reason from cartbridge.event
     where state = 'parked' and ($1::text is null or reason->>'kind' = $1) order by id`,
    [kind ?? null],
  );
  return rows;
}

/** Which parked events are meant; what is not named does not matter. */
export interface ChosenParked {
  org?: OrgId;
  ids?: string[];
  recordKeys?: RecordKey[];
  kind?: string;
  /** Match reviews whose decision they wait for. */
  reviews?: string[];
}

const CHOSEN = `state = 'parked'
  and ($1::text is null or org_id = $1) and ($2::bigint[] is null or id = any($2))
  and ($3::text[] is null or record_key = any($3))
  and ($4::text is null or reason->>'kind' = $4)
  and ($5::text[] is null or reason->'details'->>'review' = any($5))`;

const parameters = ({ org, ids, recordKeys, kind, reviews }: ChosenParked): unknown[] => [
  org ?? null,
  ids ?? null,
  recordKeys ?? null,
  kind ?? null,
  reviews ?? null,
];

/** Puts parked events back to wait, and their records into the queue. Returns how many. */
export async function replayParked(
  pool: Pool,
  boss: PgBoss,
  chosen: ChosenParked,
): Promise<number> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ orgId: string; recordKey: string }>(
      // Taken already: a fresh event of the same content must still be news.
      `update cartbridge.event
       set state = 'waiting', settled_at = null, taken_at = coalesce(taken_at, now())
       where ${CHOSEN}
       returning org_id as "orgId", record_key as "recordKey"`,
      parameters(chosen),
    );
    await queueRecords(client, boss, rows);
    return rows.length;
  });
}

/** The records that parked events are about, each once. */
export async function listParkedRecords(pool: Pool, chosen: ChosenParked): Promise<RecordKey[]> {
  const { rows } = await pool.query<{ recordKey: RecordKey }>(
    `select distinct record_key as "recordKey" from cartbridge.event where ${CHOSEN}`,
    parameters(chosen),
  );
  return rows.map(({ recordKey }) => recordKey);
}

/** Gives parked events up, for a reason that is kept with them as long as with what was settled. */
export async function ignoreParked(pool: Pool, chosen: ChosenParked, why: string): Promise<void> {
  await pool.query(
    `update cartbridge.event
     set state = 'ignored', settled_at = now(),
         reason = reason || jsonb_build_object('ignored', $6::text)
     where ${CHOSEN}`,
    [...parameters(chosen), why],
  );
}
