import type { Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { writeRows } from '../../deliver/write-rows.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { describeFailure, type Log } from '../../shared/log.ts';
import type { FailureKind } from '../../shared/failure.ts';
import type { Following } from '../people/follower.ts';
import { bookApiCalls, summariseApiCalls } from './api-calls.ts';
import { countEvents } from './counts.ts';
import { countHours, lastDay } from './hours.ts';
import { findMappingTroubles } from './mapping-troubles.ts';
import { findProblems, type Situation } from './problems.ts';
import { bookSuccesses, findShopHealth, shopHealthRow } from './shop-health.ts';
import { statusRow } from './status-row.ts';
import { tellIssues } from './tell-issues.ts';
import { version } from '../version.ts';

/** Nothing new is told only so often: enough to show that the worker is alive. */
const HEARTBEAT_MS = 5 * 60_000;

/**
 * Makes the function that tells the screens of an org how the worker is doing: the counts, what is
 * wrong, and the records that were put aside. It costs an API call when any of that is news, or
 * when the worker has been silent for five minutes; and one more for issues.
 */
export function createReporter(
  pool: Pool,
  client: SalesforceClient,
  log: Log,
  following: () => Following = () => 'polling',
): () => Promise<void> {
  let told = '';
  let toldAt = 0;

  return async () => {
    const { status, shops } = await gather(pool, client, following());
    const mark = digest([status, ...shops]);
    if (mark !== told || Date.now() - toldAt >= HEARTBEAT_MS) {
      const taken = await write(client, log, [status, ...shops]);
      // What was refused is still to be told.
      told = taken ? mark : '';
      toldAt = Date.now();
    }
    await tellIssues(pool, client, log);
  };
}

/** What the rows say, but for what is different each time and for calls the telling itself makes. */
function digest(rows: Row[]): string {
  return JSON.stringify(
    rows.map(({ fields }) => fields),
    (name, value: unknown) =>
      /^(Heard_At__c|Api_Calls_\w+__c|apiCalls|Hours__c|Hooks_Checked_At__c)$/.test(name)
        ? undefined
        : value,
  );
}

async function gather(
  pool: Pool,
  client: SalesforceClient,
  following: Following,
): Promise<{ status: Row; shops: Row[] }> {
  const { org } = client;
  await countHours(pool, org.id);
  // Afterwards: counting goes on from the last hour in the books, which this may begin.
  await bookApiCalls(pool, client);
  const day = await lastDay(pool, org.id);
  await bookSuccesses(pool, org.id);
  const shops = await findShopHealth(pool, org.id);
  const situation: Situation = {
    now: new Date(),
    counts: await countEvents(pool, org.id),
    apiCalls: summariseApiCalls(client, day),
    shops,
    troubles: await findMappingTroubles(pool, org.id),
    paused: await findPause(pool, org.id),
  };
  const problems = findProblems(situation);
  const settings = { ...org.settings, following };
  const status = statusRow({ ...situation, version, day, problems, settings });
  return { status, shops: shops.map(shopHealthRow) };
}

/** @returns whether Salesforce took all of it */
async function write(client: SalesforceClient, log: Log, rows: Row[]): Promise<boolean> {
  const results = await writeRows(client, rows, { kind: 'status', ids: [] });
  for (const result of results.values()) {
    if (result.written) continue;
    log.warn({ org: client.org.id, ...describeFailure(result.failure) }, 'report.refused');
  }
  return [...results.values()].every(({ written }) => written);
}

async function findPause(pool: Pool, org: string): Promise<Situation['paused']> {
  const { rows } = await pool.query<{ until: Date | null; reason: FailureKind | null }>(
    'select paused_until as until, paused_reason as reason from cartbridge.org where id = $1',
    [org],
  );
  const [row] = rows;
  return row?.until ? { until: row.until, reason: row.reason } : null;
}
