import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  connectionOptions,
  createPool,
  transaction,
  type Pool,
} from '../../src/shared/database/pool.ts';
import { createDatabase, type TestDatabase } from '../kit/database.ts';
import { waitFor } from '../kit/wait-for.ts';

describe('a connection', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', ''])('to the host "%s" needs no TLS', (host) => {
    expect(connectionOptions(`postgres://${host}/db`)).not.toHaveProperty('ssl');
  });

  it.each(['db.example.com', '10.0.0.1', 'localhost.example.com'])('to %s uses TLS', (host) => {
    expect(connectionOptions(`postgres://${host}/db`).ssl).toEqual({ rejectUnauthorized: false });
  });
});

describe('a transaction', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeEach(async () => {
    database = await createDatabase();
    // One connection only: whatever keeps it shows at the next query.
    pool = createPool(database.url, 1, 'test');
    await pool.query('create table note (text text)');
  });

  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  async function notes(): Promise<string[]> {
    const { rows } = await pool.query<{ text: string }>('select text from note');
    return rows.map(({ text }) => text);
  }

  it('keeps what was written and returns what the work returned', async () => {
    const result = await transaction(pool, async (client) => {
      await client.query(`insert into note values ('kept')`);
      return 42;
    });
    expect([result, await notes()]).toEqual([42, ['kept']]);
  });

  it('undoes everything when the work throws, and gives its connection back', async () => {
    const failing = transaction(pool, async (client) => {
      await client.query(`insert into note values ('gone')`);
      throw new Error('The work failed.');
    });
    await expect(failing).rejects.toThrow('The work failed.');
    expect(await notes()).toEqual([]);
  });

  it('undoes everything when a statement fails', async () => {
    const failing = transaction(pool, async (client) => {
      await client.query(`insert into note values ('gone')`);
      await client.query('insert into nowhere values (1)');
    });
    await expect(failing).rejects.toThrow(/nowhere/);
    expect(await notes()).toEqual([]);
  });

  it('whose connection is cut throws, and the pool goes on with another', async () => {
    const cut = transaction(pool, async (client) => {
      await client.query(`insert into note values ('gone')`);
      await client.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(cut).rejects.toThrow();
    expect(await waitFor(notes, { what: 'another connection' })).toEqual([]);
  });

  it('leaves no listeners on the connection it used', async () => {
    const listeners: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      await transaction(pool, (client) => {
        listeners.push(client.listenerCount('error'));
        return Promise.resolve();
      });
    }
    expect(new Set(listeners).size).toBe(1);
  });
});
