import pg from 'pg';
import type { Stack } from '../../../scripts/lib/stack.ts';
import { runToEnd } from '../../../scripts/lib/processes.ts';
import type { Service } from '../../../scripts/lib/service.ts';

/** The worker as its operator sees it. */
export interface WorkerDriver {
  url: string;
  webhookUrl: string;
  web: Service;
  work: Service;
  /** Restarts the database server under it. */
  restartPostgres(): Promise<void>;
  /** How many events are in a state: `waiting`, `done`, `ignored`, `parked`. */
  events(state: string): Promise<number>;
  /** Kinds of failure of the parked events. */
  parked(): Promise<string[]>;
  /** Tries every parked event again, by the operator's own command. */
  replayAll(): Promise<void>;
  close(): Promise<void>;
}

export function driveWorker(
  stack: Stack,
  command: (args: string[]) => Parameters<typeof runToEnd>[0],
): WorkerDriver {
  const { url } = stack.description.worker;
  const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  return {
    url,
    webhookUrl: `${url}/webhooks/bigcommerce/local-shop`,
    web: stack.web,
    work: stack.work,
    async restartPostgres() {
      if (!stack.postgres) throw new Error('This stack uses a database of somebody else.');
      await stack.postgres.restart();
    },
    async events(state) {
      const { rows } = await pool.query<{ count: number }>(
        'select count(*)::int as count from cartbridge.event where state = $1',
        [state],
      );
      return rows[0]?.count ?? 0;
    },
    async parked() {
      const { rows } = await pool.query<{ kind: string }>(
        `select distinct reason->>'kind' as kind from cartbridge.event where state = 'parked' order by 1`,
      );
      return rows.map(({ kind }) => kind);
    },
    replayAll: () => runToEnd(command(['replay', '--all'])),
    close: () => pool.end(),
  };
}
