import type { PgBoss } from 'pg-boss';
import { ERASED } from '../compose/people/erased.ts';
import type { Outcome } from '../compose/task.ts';
import { EVENTS_QUEUE, within } from '../shared/database/queue.ts';
import { transaction, type Client, type Pool } from '../shared/database/pool.ts';
import type { Failure } from '../shared/failure.ts';
import type { OrgId } from '../shared/ids.ts';
import { queueRecords } from './inbox.ts';
import type { Lease } from './lease.ts';
import { judge, type Verdict } from './verdict.ts';

export interface Settled {
  lease: Lease;
  outcome: Outcome;
  verdict: Verdict | null;
}

/**
 * Records what became of a batch in one transaction: events done, waiting on or parked; the jobs
 * finished; and a new job for every record that is to be tried again.
 */
export async function settle(
  pool: Pool,
  boss: PgBoss,
  orgId: OrgId,
  jobIds: string[],
  tried: { lease: Lease; outcome: Outcome }[],
): Promise<Settled[]> {
  const settled = tried.map(({ lease, outcome }) => ({
    lease,
    outcome,
    verdict: verdictOn(lease, outcome),
  }));
  const retries = settled.filter(({ verdict }) => verdict?.action === 'retry');
  await transaction(pool, async (client) => {
    await finishEvents(client, settled);
    await parkEvents(client, settled);
    await rememberAttempts(client, settled);
    await boss.complete(EVENTS_QUEUE, jobIds, null, { db: within(client) });
    await queueRecords(
      client,
      boss,
      retries.map(({ lease, verdict }) => ({
        orgId,
        recordKey: lease.key,
        notBefore: dueAt(verdict),
      })),
    );
    const pause = retries.find(({ verdict }) => verdict?.action === 'retry' && verdict.pauseOrg);
    if (pause) await pauseOrg(client, orgId, pause);
  });
  return settled;
}

function verdictOn(lease: Lease, outcome: Outcome): Verdict | null {
  if (outcome.result !== 'failed') return null;
  return judge(outcome.failure, lease.attempts + 1, failingFor(lease, outcome.failure));
}

/** A failure of another kind is a new trouble, with a patience of its own. */
function failingFor({ failingSince, failingKind }: Lease, { kind }: Failure): number {
  return failingSince && failingKind === kind ? Date.now() - failingSince.getTime() : 0;
}

function dueAt(verdict: Verdict | null): Date {
  return new Date(Date.now() + (verdict?.action === 'retry' ? verdict.afterMs : 0));
}

async function finishEvents(client: Client, settled: Settled[]): Promise<void> {
  const ids = settled
    .filter(({ verdict }) => verdict === null)
    .flatMap(({ lease }) => lease.eventIds);
  if (ids.length === 0) return;
  await client.query(
    `update cartbridge.event set state = 'done', settled_at = now(), reason = null where id = any($1)`,
    [ids],
  );
  await blankErased(client, settled);
}

/** What a shop still tells of somebody who was erased is not even kept for a week. */
async function blankErased(client: Client, settled: Settled[]): Promise<void> {
  const erased = settled.filter(
    ({ outcome }) => outcome.result === 'ignored' && outcome.details?.why === ERASED,
  );
  if (erased.length === 0) return;
  await client.query(`update cartbridge.event set body = '{}' where id = any($1)`, [
    erased.flatMap(({ lease }) => lease.eventIds),
  ]);
}

async function parkEvents(client: Client, settled: Settled[]): Promise<void> {
  for (const { lease, outcome, verdict } of settled) {
    if (verdict?.action !== 'park' || outcome.result !== 'failed') continue;
    await client.query(
      `update cartbridge.event set state = 'parked', settled_at = now(), reason = $2 where id = any($1)`,
      [lease.eventIds, JSON.stringify(reasonOf(outcome.failure))],
    );
  }
}

function reasonOf({ kind, message, nextStep, details }: Failure): Record<string, unknown> {
  return { kind, message, nextStep, details };
}

async function rememberAttempts(client: Client, settled: Settled[]): Promise<void> {
  const failing = settled.filter(({ verdict }) => verdict?.action === 'retry' && verdict.counts);
  const over = settled.filter(
    ({ lease, verdict }) => verdict?.action !== 'retry' && lease.attempts > 0,
  );
  await client.query(
    `update cartbridge.record
     set attempts = attempts + 1, failing_kind = failed.kind,
         failing_since = case when failing_kind = failed.kind then coalesce(failing_since, now()) else now() end
     from unnest($1::text[], $2::text[]) as failed (key, kind)
     where record.key = failed.key`,
    [
      failing.map(({ lease }) => lease.key),
      failing.map(({ outcome }) => (outcome.result === 'failed' ? outcome.failure.kind : null)),
    ],
  );
  await client.query(
    `update cartbridge.record set attempts = 0, failing_since = null, failing_kind = null
     where key = any($1)`,
    [over.map(({ lease }) => lease.key)],
  );
}

async function pauseOrg(
  client: Client,
  orgId: OrgId,
  { outcome, verdict }: Settled,
): Promise<void> {
  const reason = outcome.result === 'failed' ? outcome.failure.kind : null;
  await client.query(
    'update cartbridge.org set paused_until = $2, paused_reason = $3 where id = $1',
    [orgId, dueAt(verdict), reason],
  );
}
