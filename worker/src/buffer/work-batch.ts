import type { PgBoss } from 'pg-boss';
import type { Outcome, Task } from '../compose/task.ts';
import { EVENTS_QUEUE, within } from '../shared/database/queue.ts';
import { withLocks } from '../shared/database/locks.ts';
import { transaction, type Pool } from '../shared/database/pool.ts';
import { asFailure } from '../shared/failure.ts';
import type { OrgId, RecordKey } from '../shared/ids.ts';
import { describeFailure, type Log } from '../shared/log.ts';
import { queueRecords } from './inbox.ts';
import { takeEvents, type Lease } from './lease.ts';
import { settle, type Settled } from './settle.ts';

/** The next station: brings records up to date, an outcome for each. */
export type Compose = (orgId: OrgId, tasks: Task[]) => Promise<Map<RecordKey, Outcome>>;

export interface Buffer {
  pool: Pool;
  boss: PgBoss;
  compose: Compose;
  log: Log;
}

export interface FetchedJob {
  id: string;
  recordKey: RecordKey;
}

const BUSY_ELSEWHERE_MS = 500;

/** One org's share of a fetch: take the records, hand them on, record what became of them. */
export async function workBatch(buffer: Buffer, orgId: OrgId, jobs: FetchedJob[]): Promise<void> {
  const keys = jobs.map(({ recordKey }) => recordKey);
  await withLocks(buffer.pool, 'record', keys, async (locked) => {
    const mine = jobs.filter(({ recordKey }) => locked.has(recordKey));
    const others = jobs.filter((job) => !mine.includes(job));
    const leases = await takeEvents(buffer.pool, [...locked]);
    await postpone(buffer, orgId, others);
    const tried = await tryAll(buffer, orgId, leases);
    const jobIds = mine.map(({ id }) => id);
    const settled = await settle(buffer.pool, buffer.boss, orgId, jobIds, tried);
    for (const one of settled) logAttempt(buffer.log, orgId, one);
  });
}

async function tryAll(
  { compose }: Buffer,
  orgId: OrgId,
  leases: Lease[],
): Promise<{ lease: Lease; outcome: Outcome }[]> {
  if (leases.length === 0) return [];
  try {
    const outcomes = await compose(orgId, leases);
    return leases.map((lease) => ({ lease, outcome: outcomes.get(lease.key) ?? forgotten(lease) }));
  } catch (error) {
    const failure = asFailure(error);
    return leases.map((lease) => ({ lease, outcome: { result: 'failed', failure } }));
  }
}

function forgotten(lease: Lease): Outcome {
  return { result: 'failed', failure: asFailure(new Error(`No outcome for ${lease.key}.`)) };
}

/** Records another worker is busy with: their jobs end here and new ones wait a moment. */
async function postpone({ pool, boss }: Buffer, orgId: OrgId, jobs: FetchedJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const notBefore = new Date(Date.now() + BUSY_ELSEWHERE_MS);
  await transaction(pool, async (client) => {
    await boss.complete(
      EVENTS_QUEUE,
      jobs.map(({ id }) => id),
      null,
      { db: within(client) },
    );
    await queueRecords(
      client,
      boss,
      jobs.map(({ recordKey }) => ({ orgId, recordKey, notBefore })),
    );
  });
}

/** One wide line for each record and try. */
function logAttempt(log: Log, orgId: OrgId, { lease, outcome, verdict }: Settled): void {
  const line = {
    org: orgId,
    record: lease.key,
    events: lease.eventIds.length,
    scopes: [...new Set(lease.events.map(({ scope }) => scope))],
    attempt: lease.attempts + 1,
    waitedMs: Date.now() - lease.oldestReceivedAt.getTime(),
    result: outcome.result,
    ...(outcome.result === 'failed'
      ? { failure: describeFailure(outcome.failure), verdict: verdict?.action }
      : outcome.details),
  };
  log[outcome.result === 'failed' ? 'warn' : 'info'](line, 'event.attempted');
}
