import pg from 'pg';
import type { Stack } from '../../../scripts/lib/stack.ts';
import { runToEnd } from '../../../scripts/lib/processes.ts';
import type { Service } from '../../../scripts/lib/service.ts';
import type { MovedClock } from './clock-file.ts';
import { webhookUrl, type ShopName } from '../../../scripts/lib/stack-shops.ts';

/** The worker as its operator sees it. Events are those that came since the story began. */
export interface WorkerDriver {
  url: string;
  webhookUrl: string;
  web: Service;
  work: Service;
  /**
   * Starts the work process again, which asks a shop without webhooks at once, not at its next
   * minute; so far ahead as its machine's clock is from then on.
   */
  askAgain(aheadMs?: number): Promise<void>;
  /** Restarts the database server under it. */
  restartPostgres(): Promise<void>;
  /** How many events are in a state: `waiting`, `done`, `ignored`, `parked`. */
  events(state: string): Promise<number>;
  /** Why the events of a record are parked: kinds of failure. */
  parked(recordKey: string): Promise<string[]>;
  /** Tries every parked event again, by the operator's own command. */
  replayAll(): Promise<void>;
}

/** One for all stories of a stack. */
export interface Operator {
  /** From here on events count. */
  begin(): Promise<WorkerDriver>;
  close(): Promise<void>;
}

export interface OperatorTools {
  shop: ShopName;
  clock: MovedClock;
  /** Runs `scripts/parked.ts`. */
  command: (args: string[]) => Parameters<typeof runToEnd>[0];
}

export function operate(stack: Stack, { shop, clock, command }: OperatorTools): Operator {
  const { url } = stack.description.worker;
  const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  return {
    async begin() {
      const newest = await pool.query<{ id: string }>(
        'select coalesce(max(id), 0) as id from cartbridge.event',
      );
      const before = newest.rows[0]?.id ?? '0';
      return {
        url,
        webhookUrl: webhookUrl(url, shop),
        web: stack.web,
        work: stack.work,
        async askAgain(aheadMs) {
          if (aheadMs !== undefined) clock.set(aheadMs);
          await stack.work.restart();
        },
        async restartPostgres() {
          if (!stack.postgres) throw new Error('This stack uses a database of somebody else.');
          await stack.postgres.restart();
        },
        async events(state) {
          const { rows } = await pool.query<{ count: number }>(
            `select count(*)::int as count from cartbridge.event where state = $1 and id > $2`,
            [state, before],
          );
          return rows[0]?.count ?? 0;
        },
        async parked(recordKey) {
          const { rows } = await pool.query<{ kind: string }>(
            `select distinct reason->>'kind' as kind from cartbridge.event
             where state = 'parked' and record_key = $1 order by 1`,
            [recordKey],
          );
          return rows.map(({ kind }) => kind);
        },
        replayAll: () => runToEnd(command(['replay', '--all'])),
      };
    },
    close: () => pool.end(),
  };
}
