import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './ports.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { CLEAN, clearLeftovers, ensureData } from './postgres-data.ts';
import { lastingPlace, temporaryPlace, type Place } from './postgres-place.ts';
import type { ProcessOptions } from './processes.ts';
import { startService, type OnDeath, type Service, type ServiceOptions } from './service.ts';

export { removeLastingPlace as removePostgresData } from './postgres-place.ts';

export type PostgresOptions = {
  /** 0 or absent: a free one. */
  port?: number;
  /** Where the server's log goes; below the place of its data when absent. */
  logFile?: string;
  onSpawn?: ProcessOptions['onSpawn'];
} & (
  | {
      /** Data outlive `stop()` and belong to the folder `home`. */
      durable: true;
      home: string;
    }
  /** A temporary server for tests: it does not wait for the disk, and `stop()` removes its data. */
  | { durable: false }
);

/** A service like the others, plus how to reach it. `stop()` removes the data of a temporary one. */
export interface Postgres extends Service {
  /** The database `cartbridge` as its superuser. */
  url: string;
  port: number;
}

/**
 * Starts a real PostgreSQL server on 127.0.0.1 and resolves when it answers queries. `kill()` is a
 * power cut to it; `restart()` then recovers the same data on the same port.
 */
export async function startPostgres(
  options: PostgresOptions,
  onDeath?: OnDeath,
): Promise<Postgres> {
  const place = options.durable ? lastingPlace(options.home) : temporaryPlace();
  try {
    const port = options.port === undefined || options.port === 0 ? await freePort() : options.port;
    const url = `postgres://cartbridge:${place.password}@127.0.0.1:${port}/cartbridge`;
    const server = await startService(serverOptions(options, place, port), onDeath);
    await ensureDatabase(url);
    async function stop(): Promise<void> {
      await server.stop();
      place.remove?.();
    }
    return { ...server, url, port, stop };
  } catch (error) {
    place.remove?.();
    throw error;
  }
}

function serverOptions(options: PostgresOptions, place: Place, port: number): ServiceOptions {
  const binaries = postgresBinaries(place.account);
  const data = ensureData(place, binaries);
  const url = `postgres://cartbridge:${place.password}@127.0.0.1:${port}/postgres`;
  return {
    name: 'postgres',
    program: binaries.postgres,
    args: ['-D', data, ...settings(port, place.remove === undefined)],
    env: CLEAN,
    cwd: place.folder,
    logFile: options.logFile ?? join(place.folder, 'postgres.log'),
    // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
    stopSignal: 'SIGINT',
    prepare: () => clearLeftovers(data),
    ready: { what: `an answer on port ${port}`, check: () => query(url, 'select 1') },
    ...(options.onSpawn && { onSpawn: options.onSpawn }),
    ...place.account,
  };
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    fsync: durable ? 'on' : 'off',
    synchronous_commit: 'on',
    full_page_writes: durable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = url.replace(/\/cartbridge$/, '/postgres');
  const { rowCount } = await query(
    maintenance,
    "select from pg_database where datname = 'cartbridge'",
  );
  if (rowCount === 0) await query(maintenance, 'create database cartbridge');
}

async function query(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({
    connectionString: url,
    ssl: false,
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
