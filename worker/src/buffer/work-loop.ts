import { EVENTS_QUEUE, type EventJob } from '../shared/database/queue.ts';
import type { OrgId, RecordKey } from '../shared/ids.ts';
import { nameOf } from '../shared/log.ts';
import { createPlaces } from './places.ts';
import { sweepForgotten, sweepSettled, sweepSources, sweepTroubles } from './sweep.ts';
import { createWaker } from './waker.ts';
import { workBatch, type Buffer, type FetchedJob } from './work-batch.ts';

/** Rows one Collections call carries; more records at a time would not save calls. */
const BATCH = 200;
/** Each holds connections: more at once than the pool has would only wait for one another. */
const BATCHES_AT_ONCE = 4;
/** Of those, one org may hold so many: a slow org keeps the others' places free. */
const BATCHES_PER_ORG = 2;
/** Deferred jobs become due without anybody notifying, so the queue is looked at this often too. */
const POLL_MS = 500;
const SWEEP_MS = 5_000;

export interface WorkLoop {
  /** Takes no new work, waits for what is under way, and returns. */
  stop(): Promise<void>;
}

/** Works off the queue until stopped. Any number of these run beside each other. */
export function startWorkLoop(buffer: Buffer, databaseUrl: string): WorkLoop {
  const waker = createWaker(databaseUrl);
  const inPlace = createPlaces(BATCHES_AT_ONCE);
  const underWay = new Map<Promise<void>, OrgId>();
  let stopping = false;

  async function fetchMore(): Promise<boolean> {
    const closed = await closedOrgs(buffer, underWay.values());
    const jobs = await buffer.boss.fetch<EventJob>(EVENTS_QUEUE, {
      batchSize: BATCH,
      ignoreGroups: closed,
    });
    for (const [orgId, share] of byOrg(jobs)) {
      const batch: Promise<void> = inPlace(() => workBatch(buffer, orgId, share))
        .catch((error: unknown) =>
          buffer.log.error({ org: orgId, cause: nameOf(error) }, 'batch.failed'),
        )
        .finally(() => {
          underWay.delete(batch);
          waker.wake();
        });
      underWay.set(batch, orgId);
    }
    return jobs.length === BATCH;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      let more = false;
      try {
        if (underWay.size < BATCHES_AT_ONCE) more = await fetchMore();
      } catch (error) {
        buffer.log.error({ cause: nameOf(error) }, 'queue.unreachable');
        await waker.pause(POLL_MS);
      }
      if (!more || underWay.size >= BATCHES_AT_ONCE) await waker.wait(POLL_MS);
    }
    await Promise.all(underWay.keys());
  }

  let lastSweep = Promise.resolve();
  const sweeping = setInterval(() => {
    lastSweep = sweep(buffer).catch((error: unknown) =>
      buffer.log.error({ cause: nameOf(error) }, 'sweep.failed'),
    );
  }, SWEEP_MS);
  const running = run();

  return {
    async stop() {
      stopping = true;
      clearInterval(sweeping);
      waker.wake();
      await running;
      await lastSweep;
      await waker.close();
    },
  };
}

/** Orgs that take no more now: paused, or already holding their share of this process. */
async function closedOrgs({ pool }: Buffer, busy: Iterable<OrgId>): Promise<string[]> {
  const held = new Map<OrgId, number>();
  for (const org of busy) held.set(org, (held.get(org) ?? 0) + 1);
  const full = [...held].filter(([, batches]) => batches >= BATCHES_PER_ORG).map(([org]) => org);
  const { rows } = await pool.query<{ id: string }>(
    'select id from cartbridge.org where paused_until > now()',
  );
  return [...full, ...rows.map(({ id }) => id)];
}

function byOrg(jobs: { id: string; data: EventJob }[]): Map<OrgId, FetchedJob[]> {
  const shares = new Map<OrgId, FetchedJob[]>();
  for (const { id, data } of jobs) {
    const share = shares.get(data.orgId as OrgId) ?? [];
    share.push({ id, recordKey: data.recordKey as RecordKey });
    shares.set(data.orgId as OrgId, share);
  }
  return shares;
}

async function sweep({ pool, boss, log }: Buffer): Promise<void> {
  const forgotten = await sweepForgotten(pool, boss, SWEEP_MS);
  if (forgotten > 0) log.warn({ records: forgotten }, 'sweep.found');
  await sweepSettled(pool);
  await sweepSources(pool);
  await sweepTroubles(pool);
}
