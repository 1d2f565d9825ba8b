import type { PgBoss } from 'pg-boss';
import { transaction, type Pool } from '../shared/database/pool.ts';
import type { RecordKey } from '../shared/ids.ts';
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

/** Puts parked events back to wait, and their records into the queue. Returns how many. */
export async function replayParked(
  pool: Pool,
  boss: PgBoss,
  chosen: { ids?: string[]; kind?: string },
): Promise<number> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ orgId: string; recordKey: string }>(
      // Taken already: a fresh event of the same content must still be news.
      `update cartbridge.event
       set state = 'waiting', settled_at = null, taken_at = coalesce(taken_at, now())
       where state = 'parked' and ($1::bigint[] is null or id = any($1))
         and ($2::text is null or reason->>'kind' = $2)
       returning org_id as "orgId", record_key as "recordKey"`,
      [chosen.ids ?? null, chosen.kind ?? null],
    );
    await queueRecords(client, boss, rows);
    return rows.length;
  });
}
