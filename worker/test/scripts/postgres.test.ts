import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removePostgresData, startPostgres, type Postgres } from '../../../scripts/lib/postgres.ts';
import { commandLine, isAlive } from '../../../scripts/lib/signals.ts';

describe('a PostgreSQL server of our own', () => {
  let home: string;
  let running: Postgres[];

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'cartbridge-test-'));
    running = [];
  });

  afterEach(async () => {
    for (const server of running) await server.stop();
    removePostgresData(home);
    rmSync(home, { recursive: true });
  });

  async function start(): Promise<Postgres> {
    const server = await startPostgres({ durable: true, home });
    running.push(server);
    return server;
  }

  it('keeps its rows over a kill and a restart, on the same port', async () => {
    const server = await start();
    await query(server.url, 'create table note (text text)');
    await query(server.url, `insert into note values ('kept')`);
    await server.kill();
    await server.restart();

    expect(await query(server.url, 'select text from note')).toEqual([{ text: 'kept' }]);
  });

  it('keeps its rows and its password for the next start from the same folder', async () => {
    const first = await start();
    await query(first.url, 'create table note (text text)');
    await first.stop();
    const second = await start();

    expect(new URL(second.url).password).toBe(new URL(first.url).password);
    expect(await query(second.url, 'select text from note')).toEqual([]);
  });

  it('stops a server that a killed start left on the same data', async () => {
    const left = await start();
    const pid = left.process().pid;
    await query(left.url, 'create table note (text text)');
    const next = await start();

    expect(isAlive(pid)).toBe(false);
    expect(await query(next.url, 'select text from note')).toEqual([]);
  });

  it('commits to the disk before it answers', async () => {
    const { url } = await start();
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes'];
    for (const name of settings) {
      expect(await query(url, `show ${name}`)).toEqual([{ [name]: 'on' }]);
    }
  });

  it('lets nobody in without the password', async () => {
    const server = await start();
    const stranger = new URL(server.url);
    stranger.password = 'guess';

    await expect(query(stranger.href, 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('leaves neither process nor files behind when it was temporary', async () => {
    const server = await startPostgres({ durable: false });
    const { pid } = server.process();
    const data = / -D (\S+)/.exec(commandLine(pid))?.[1] ?? '';
    expect(existsSync(data)).toBe(true);
    await server.stop();

    expect(isAlive(pid)).toBe(false);
    expect(existsSync(data)).toBe(false);
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // A stopped server tells its clients; that must not end the test run.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
