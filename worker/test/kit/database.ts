import { relative } from 'node:path';
import { expect, inject } from 'vitest';
import { onServer, withDatabase } from './postgres-server.ts';
import { waitFor } from './wait-for.ts';

export interface TestDatabase {
  url: string;
  /** Removes it; fails when somebody still holds a connection, such as a pool nobody ended. */
  drop(): Promise<void>;
}

let made = 0;

/** An empty database of its own with all migrations, in some milliseconds. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const prefix = inject('databasePrefix');
  made += 1;
  const name = `${prefix}_${process.pid}_${made}`;
  const file = relative(process.cwd(), expect.getState().testPath ?? 'an unknown file');
  await onServer(server, `create database ${name} template ${prefix}_template`);
  await onServer(server, `comment on database ${name} is '${file.replaceAll("'", '')}'`);
  return { url: withDatabase(server, name), drop: () => drop(server, name) };
}

async function drop(server: string, name: string): Promise<void> {
  const connected = (): Promise<{ who: string }[]> =>
    onServer(
      server,
      `select application_name || ' (' || left(query, 80) || ')' as who
       from pg_stat_activity where datname = '${name}'`,
    );
  try {
    // The server notices the end of a connection a moment after its client.
    await waitFor(async () => (await connected()).length === 0, {
      what: 'all connections to the test database to end',
      timeoutMs: 2_000,
    });
  } catch (cause) {
    const who = (await connected()).map((row) => `  ${row.who}`).join('\n');
    throw new Error(`A connection was left open; end its pool before drop():\n${who}`, { cause });
  } finally {
    await onServer(server, `drop database ${name} with (force)`);
  }
}
