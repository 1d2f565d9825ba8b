import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '../kit/database.ts';

describe('a test database', () => {
  it('has the tables of the migrations and is separate from the others', async () => {
    const [one, other] = [await createDatabase(), await createDatabase()];
    const [client, neighbour] = [await connect(one.url), await connect(other.url)];
    await client.query('create table only_here (id int)');
    const find = 'select count(*)::int as count from pg_tables where tablename = $1';
    const count = async (where: pg.Client, table: string): Promise<number> =>
      (await where.query<{ count: number }>(find, [table])).rows[0]?.count ?? -1;

    expect(await count(client, 'migration')).toBe(1);
    expect(await count(client, 'only_here')).toBe(1);
    expect(await count(neighbour, 'only_here')).toBe(0);

    await Promise.all([client.end(), neighbour.end()]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('names whoever left a connection open, and is gone all the same', async () => {
    const database = await createDatabase();
    const client = await connect(database.url, 'forgetful');
    client.on('error', () => undefined);

    await expect(database.drop()).rejects.toThrow(/forgetful/);
    await expect(connect(database.url)).rejects.toThrow(/does not exist/);
    await client.end().catch(() => undefined);
  });
});

async function connect(url: string, name = 'test'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name });
  await client.connect();
  return client;
}
