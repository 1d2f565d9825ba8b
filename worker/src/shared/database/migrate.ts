import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPool, type Client } from './pool.ts';
import { installQueue } from './queue.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** Two releases at once must take turns; any constant of ours will do. */
const LOCK = 4_700_001;

/**
 * Brings the database up to date: our tables from `migrations/*.sql` in the order of their numbers,
 * each once, then pg-boss's own. Safe to repeat and to run twice at a time. Returns the names of
 * those applied now; throws at the first that fails, with nothing of that one done.
 */
export async function migrate(databaseUrl: string, folder = MIGRATIONS): Promise<string[]> {
  const pool = createPool(databaseUrl, 1, 'release');
  try {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock($1)', [LOCK]);
      const applied = await applyAll(client, folder);
      await installQueue(client);
      return applied;
    } finally {
      // Ends the connection, and with it the lock and whatever a failed migration left open.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}

async function applyAll(client: Client, folder: string): Promise<string[]> {
  await client.query('create schema if not exists cartbridge');
  await client.query(
    'create table if not exists cartbridge.migration (name text primary key, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ name: string }>('select name from cartbridge.migration');
  const known = new Set(rows.map((row) => row.name));
  const missing = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !known.has(name))
    .sort();
  for (const name of missing) {
    await client.query('begin');
    await client.query(readFileSync(join(folder, name), 'utf8'));
    await client.query('insert into cartbridge.migration (name) values ($1)', [name]);
    await client.query('commit');
  }
  return missing;
}
