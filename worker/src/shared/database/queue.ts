import { PgBoss } from 'pg-boss';
import type { Pool, Queryable } from './pool.ts';

/** The one queue: a job says "look at this record", everything else is in the inbox. */
export const EVENTS_QUEUE = 'events';

/** Notified in the transaction that queues work; whoever listens looks at once. */
export const WAKE_CHANNEL = 'cartbridge_events';

/** A job's content. The events themselves stay in the inbox. */
export interface EventJob {
  orgId: string;
  recordKey: string;
}

/** Creates or updates pg-boss's tables and our queue. */
export async function installQueue(db: Queryable): Promise<void> {
  const boss = new PgBoss({ db: within(db), supervise: false, schedule: false });
  await boss.start();
  if (!(await boss.getQueue(EVENTS_QUEUE))) {
    await boss.createQueue(EVENTS_QUEUE, {
      // At most one waiting job for each record key: this is what coalesces a burst.
      policy: 'short',
      // Retrying is ours (verdict.ts knows how long); a job whose worker died is made anew by the
      // sweep, so pg-boss only has to clear it away.
      retryLimit: 0,
      expireInSeconds: 600,
      deleteAfterSeconds: 3600,
    });
  }
  await boss.stop({ graceful: false });
}

/** pg-boss for a running process, on our connections. `supervise` clears dead jobs away. */
export async function startQueue(pool: Pool, supervise: boolean): Promise<PgBoss> {
  const boss = new PgBoss({ db: within(pool), supervise, schedule: false, migrate: false });
  // Without a listener an error event ends the process; the database's absence shows in each call.
  boss.on('error', () => undefined);
  await boss.start();
  return boss;
}

/** Lets pg-boss use our connections, or take part in our transaction. */
export function within(db: Queryable): {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
} {
  return { executeSql: (text, values) => db.query(text, values) };
}
