import { setTimeout } from 'node:timers/promises';
import { waitFor } from '../lib/wait-for.ts';
import type { Bench } from './bench-stack.ts';

/** What a run cost, in things that are paid for. */
export interface Cost {
  salesforceCalls: number;
  shopCalls: number;
  /** Every committed transaction of the worker, reading ones too. */
  transactions: number;
  /** Those that wrote, each of which waits for the disk. */
  writes: number;
}

/** PostgreSQL's processes tell their counters at the latest when they idled this long. */
const COUNTERS_AFTER_MS = 10_500;
const LOOK_MS = 50;
const PATIENCE_MS = 60_000;

/** Runs `work`, waits until no event is waiting any more, and says what that cost. */
export async function costOf(bench: Bench, work: () => Promise<void>): Promise<Cost> {
  const { db, org, shop, stack } = bench;
  await setTimeout(COUNTERS_AFTER_MS);
  await Promise.all([org.forgetRequests(), shop.forgetRequests()]);
  const before = await counters(bench);
  await work();
  const looks = await untilDone(bench);
  const { writes } = await counters(bench);
  const [salesforceCalls, shopCalls] = await Promise.all([
    countAll(org, /^\/services\/data\//),
    countAll(shop, /^\/stores\//),
  ]);
  // Processes that end tell their counters at once.
  await stack.work.stop();
  await stack.web.stop();
  await db.query('select pg_stat_force_next_flush()');
  const after = await counters(bench);
  await stack.web.restart();
  await stack.work.restart();
  return {
    salesforceCalls,
    shopCalls,
    transactions: after.transactions - before.transactions - looks,
    writes: writes - before.writes,
  };
}

/**
 * Until no event is waiting, or none about a kind of record. Returns how often it had to look, for
 * each look is a transaction of its own.
 */
export async function untilDone({ db }: Pick<Bench, 'db'>, kind = '%'): Promise<number> {
  let looks = 0;
  await waitFor(
    async () => {
      looks += 1;
      const { rowCount } = await db.query(
        "select from cartbridge.event where state = 'waiting' and record_key like $1 limit 1",
        [`%:${kind}:%`],
      );
      return rowCount === 0;
    },
    { what: 'the events to be worked off', timeoutMs: PATIENCE_MS, everyMs: LOOK_MS },
  );
  return looks;
}

async function counters({ db }: Bench): Promise<Pick<Cost, 'transactions' | 'writes'>> {
  const { rows } = await db.query<{ transactions: string; writes: string }>(
    `select xact_commit as transactions, pg_snapshot_xmax(pg_current_snapshot()) as writes
     from pg_stat_database where datname = current_database()`,
  );
  return { transactions: Number(rows[0]?.transactions), writes: Number(rows[0]?.writes) };
}

async function countAll(side: Pick<Bench['org'], 'count'>, path: RegExp): Promise<number> {
  const counts = await Promise.all(
    ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'].map((method) => side.count(method, path)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
