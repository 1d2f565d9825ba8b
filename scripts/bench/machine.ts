import { cpus, totalmem } from 'node:os';
import type pg from 'pg';

/** What the figures were taken on, in one line. */
export async function describeMachine(db: pg.Client): Promise<string> {
  const { rows } = await db.query<{ server_version: string }>('show server_version');
  const processors = cpus();
  return [
    `${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'})`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${rows[0]?.server_version ?? 'unknown'} with fsync and synchronous_commit`,
  ].join(', ');
}
