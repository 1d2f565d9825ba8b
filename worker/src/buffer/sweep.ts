import type { PgBoss } from 'pg-boss';
import { transaction, type Pool } from '../shared/database/pool.ts';
import { queueRecords } from './inbox.ts';

const KEPT_DAYS = 7;
/** How long an order, cart or person can be asked what its values were made from. */
const SOURCES_KEPT_DAYS = 90;
const BATCH = 1_000;

/**
 * The net under the queue: makes a job for every record whose events wait without one. That happens
 * when a worker died holding them, and in the rare moment when an event was stored while the job it
 * relied on was just being taken. A record that is being worked on right now costs a needless look.
 * @param idleMs leave alone what was received or taken more recently than this
 */
export async function sweepForgotten(pool: Pool, boss: PgBoss, idleMs: number): Promise<number> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ orgId: string; recordKey: string }>(
      `select distinct org_id as "orgId", record_key as "recordKey"
       from cartbridge.event
       where state = 'waiting'
         and greatest(received_at, taken_at) < now() - make_interval(secs => $1)
         and not exists (
           select 1 from pgboss.job
           where name = 'events' and singleton_key = record_key and state = 'created')
       limit $2`,
      [idleMs / 1000, BATCH],
    );
    await queueRecords(client, boss, rows);
    return rows.length;
  });
}

/** Forgets what was settled long ago; parked events stay until somebody decides. */
export async function sweepSettled(pool: Pool): Promise<void> {
  await pool.query(
    `delete from cartbridge.event
     where state in ('done', 'ignored') and settled_at < now() - make_interval(days => $1)`,
    [KEPT_DAYS],
  );
}

/** Forgets what rows in Salesforce were made from; that they were written stays known. */
export async function sweepSources(pool: Pool): Promise<void> {
  await pool.query(
    `update cartbridge.written set source = null
     where source is not null and written_at < now() - make_interval(days => $1)`,
    [SOURCES_KEPT_DAYS],
  );
}

/** Counts of what a mapping could not say are news for a day or two. */
export async function sweepTroubles(pool: Pool): Promise<void> {
  await pool.query('delete from cartbridge.mapping_trouble where day < current_date - $1::int', [
    KEPT_DAYS,
  ]);
}
