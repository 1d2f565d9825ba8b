import type { Pool } from '../../../src/shared/database/pool.ts';

/** Every row of every table of ours, to compare two moments. */
export async function dumpBooks(pool: Pool): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'cartbridge' and table_type = 'BASE TABLE' order by 1`,
  );
  const dump: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: unknown }>(
      `select to_jsonb(one) as row from cartbridge."${name}" as one order by 1`,
    );
    dump[name] = rows.map(({ row }) => row);
  }
  return dump;
}

/** What somebody holds in this database beyond a moment: advisory locks and open transactions. */
export async function heldLocks(pool: Pool): Promise<unknown[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select locktype, mode, pid from pg_locks
     where database = (select oid from pg_database where datname = current_database())
       and pid <> pg_backend_pid() and (locktype = 'advisory' or mode like '%Exclusive%')`,
  );
  return rows;
}
