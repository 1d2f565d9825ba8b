import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/shared/database/migrate.ts';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import { EVENTS_QUEUE } from '../../src/shared/database/queue.ts';
import { createDatabase, type TestDatabase } from '../kit/database.ts';

const MIGRATIONS = join(import.meta.dirname, '../../src/shared/database/migrations');
const ALL = readdirSync(MIGRATIONS).sort();

describe('the migrations', () => {
  let database: TestDatabase;
  let pool: Pool;
  let folder: string;

  beforeEach(async () => {
    database = await createDatabase();
    pool = createPool(database.url, 2, 'test');
    folder = mkdtempSync(join(tmpdir(), 'cartbridge-migrations-'));
  });

  afterEach(async () => {
    await pool.end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  async function empty(): Promise<void> {
    await pool.query('drop schema cartbridge cascade');
    await pool.query('drop schema pgboss cascade');
  }

  async function names(): Promise<string[]> {
    const sql = 'select name from cartbridge.migration order by name';
    return (await pool.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  }

  it('make all tables and the queue in an empty database, in the order of their numbers', async () => {
    await empty();
    expect(await migrate(database.url)).toEqual(ALL);
    const { rows } = await pool.query('select name, policy from pgboss.queue');
    expect(rows).toEqual([{ name: EVENTS_QUEUE, policy: 'short' }]);
  });

  it('do nothing the second time and keep what is there', async () => {
    await pool.query(
      `insert into cartbridge.org (id, name, login_url, credentials) values ('o', 'o', '', '')`,
    );
    expect(await migrate(database.url)).toEqual([]);
    expect((await pool.query('select id from cartbridge.org')).rows).toEqual([{ id: 'o' }]);
  });

  it('run twice at once take turns', async () => {
    await empty();
    const applied = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(applied.map(({ length }) => length).sort()).toEqual([0, ALL.length]);
    expect(await names()).toEqual(ALL);
  });

  it('run only what is new, by number', async () => {
    for (const name of ALL) copyFileSync(join(MIGRATIONS, name), join(folder, name));
    writeFileSync(join(folder, '9002-second.sql'), 'alter table note add column author text;');
    writeFileSync(join(folder, '9001-first.sql'), 'create table note (text text);');
    writeFileSync(join(folder, 'README.md'), 'No migration.');
    expect(await migrate(database.url, folder)).toEqual(['9001-first.sql', '9002-second.sql']);
  });

  it('that fail leave nothing of theirs, say why, and can be repeated when mended', async () => {
    writeFileSync(join(folder, '9001-good.sql'), 'create table good (text text);');
    const bad = join(folder, '9002-bad.sql');
    writeFileSync(bad, 'create table half (text text); create table half (text text);');
    await expect(migrate(database.url, folder)).rejects.toThrow('relation "half" already exists');
    expect(await names()).toEqual([...ALL, '9001-good.sql']);

    writeFileSync(bad, 'create table half (text text);');
    expect(await migrate(database.url, folder)).toEqual(['9002-bad.sql']);
  });
});
