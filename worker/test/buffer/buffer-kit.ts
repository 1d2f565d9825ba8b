import type { PgBoss } from 'pg-boss';
import { afterEach, beforeEach } from 'vitest';
import { createInbox, type IncomingEvent } from '../../src/buffer/inbox.ts';
import { workBatch, type Compose } from '../../src/buffer/work-batch.ts';
import { startWorkLoop, type WorkLoop } from '../../src/buffer/work-loop.ts';
import type { Outcome, Task } from '../../src/compose/task.ts';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import { EVENTS_QUEUE, startQueue, type EventJob } from '../../src/shared/database/queue.ts';
import { Failure, type FailureDetails, type FailureKind } from '../../src/shared/failure.ts';
import type { OrgId, RecordKey, ShopId } from '../../src/shared/ids.ts';
import { createLog } from '../../src/shared/log.ts';
import { createDatabase, type TestDatabase } from '../kit/database.ts';

export interface BufferKit {
  database: TestDatabase;
  pool: Pool;
  boss: PgBoss;
  store: (event: IncomingEvent) => Promise<void>;
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Takes every job that is due and works it off, as one round of one process would. */
  workOnce(compose: Compose): Promise<void>;
  startLoop(compose: Compose): WorkLoop;
  /** Every waiting job is due now: a test need not wait for a retry. */
  makeDue(): Promise<void>;
  /** A promise a compose may wait for; opened at the end of the test at the latest. */
  gate(): Gate;
}

export interface Gate {
  opened: Promise<void>;
  open: () => void;
}

const SILENT = createLog('test', 'silent');

/** A database and a queue of their own for each test, with org-1 to org-3 and a shop of each. */
export function useBuffer(): BufferKit {
  const kit = {} as BufferKit;
  let loops: WorkLoop[] = [];
  let gates: Gate[] = [];

  beforeEach(async () => {
    const database = await createDatabase();
    const pool = createPool(database.url, 12, 'test');
    const boss = await startQueue(pool, false);
    Object.assign(kit, { database, pool, boss, store: createInbox(pool, boss) });
    await addOrgs(pool, ['org-1', 'org-2', 'org-3']);
  });

  afterEach(async () => {
    for (const gate of gates) gate.open();
    await Promise.all(loops.map((loop) => loop.stop()));
    [loops, gates] = [[], []];
    await kit.boss.stop({ graceful: false });
    await kit.pool.end();
    await kit.database.drop();
  });

  kit.rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
    (await kit.pool.query<Row>(sql, values)).rows;
  kit.workOnce = async (compose) => {
    const jobs = await kit.boss.fetch<EventJob>(EVENTS_QUEUE, { batchSize: 200 });
    for (const org of new Set(jobs.map(({ data }) => data.orgId as OrgId))) {
      const share = jobs
        .filter(({ data }) => data.orgId === org)
        .map(({ id, data }) => ({ id, recordKey: data.recordKey as RecordKey }));
      await workBatch({ pool: kit.pool, boss: kit.boss, compose, log: SILENT }, org, share);
    }
  };
  kit.startLoop = (compose) => {
    const { pool, boss, database } = kit;
    const loop = startWorkLoop({ pool, boss, compose, log: SILENT }, database.url);
    loops.push(loop);
    return loop;
  };
  kit.makeDue = async () => {
    await kit.pool.query(`update pgboss.job set start_after = now() where state = 'created'`);
  };
  kit.gate = () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const gate = { opened: promise.then(() => undefined), open: () => resolve(undefined) };
    gates.push(gate);
    return gate;
  };
  return kit;
}

/** Orgs named so, each with a shop: org-7 has shop-7. */
export async function addOrgs(pool: Pool, orgs: string[]): Promise<void> {
  await pool.query(
    `insert into cartbridge.org (id, name, login_url, credentials)
     select id, id, '', '' from unnest($1::text[]) as id`,
    [orgs],
  );
  await pool.query(
    `insert into cartbridge.shop (id, org_id, platform, api_url, producer, secrets)
     select replace(id, 'org', 'shop'), id, 'bigcommerce', '', '', '' from unnest($1::text[]) as id`,
    [orgs],
  );
}

let hashes = 0;

/** News of an order: `order('1')`, or of another org's with `order('1', { org: 2 })`. */
export function order(id: string, more: { org?: number; same?: string } = {}): IncomingEvent {
  const { org = 1, same } = more;
  hashes += 1;
  return {
    orgId: `org-${org}` as OrgId,
    shopId: `shop-${org}` as ShopId,
    scope: 'store/order/updated',
    recordKey: orderKey(id, org),
    idempotencyKey: same ?? `hash-${hashes}`,
    body: `{"id":"${id}"}`,
  };
}

export function orderKey(id: string, org = 1): RecordKey {
  return `shop-${org}:order:${id}` as RecordKey;
}

export function keysOf(tasks: Task[]): RecordKey[] {
  return tasks.map(({ key }) => key);
}

/** The same outcome for all. */
export function each(tasks: Task[], outcome: Outcome = { result: 'written' }): Outcomes {
  return new Map(tasks.map(({ key }) => [key, outcome]));
}

type Outcomes = Map<RecordKey, Outcome>;

export const succeed: Compose = (_, tasks) => Promise.resolve(each(tasks));

export function failWith(kind: FailureKind, more: FailureDetails = {}): Compose {
  const failure = new Failure(kind, `Failed with ${kind}.`, more);
  return (_, tasks) => Promise.resolve(each(tasks, { result: 'failed', failure }));
}
