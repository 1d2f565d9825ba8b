import { randomUUID } from 'node:crypto';
import { describe, it, expect } from 'vitest';
import { withPeopleLocked } from '../../../src/compose/people/lock-people.ts';
import type { PersonId } from '../../../src/shared/ids.ts';
import { waitFor } from '../../kit/wait-for.ts';
import { useDatabase } from '../use-database.ts';

const { pool } = useDatabase();
const newPerson = (): PersonId => randomUUID() as string as PersonId;

/** Who of these can be had right now. */
function free(people: PersonId[]): Promise<PersonId[]> {
  return withPeopleLocked(pool(), people, (mine) => Promise.resolve([...mine]));
}

describe('people under work', () => {
  it('are given to one worker at a time; the others get whoever is free', async () => {
    const [kim, lee, max] = [newPerson(), newPerson(), newPerson()];

    const seen = await withPeopleLocked(pool(), [kim, lee], async (mine) => {
      expect([...mine].toSorted()).toEqual([kim, lee].toSorted());
      return free([lee, max]);
    });

    expect(seen).toEqual([max]);
    expect(await free([kim, lee])).toHaveLength(2);
  });

  it('are free again when the work fails', async () => {
    const kim = newPerson();

    await expect(
      withPeopleLocked(pool(), [kim], () => Promise.reject(new Error('No.'))),
    ).rejects.toThrow('No.');

    // The connection is closed, and the server hears of that in its own time.
    await waitFor(async () => (await free([kim])).length === 1, { what: 'Kim to be free again' });
  });

  it('are free again when the connection that holds them breaks, and the pool gets another', async () => {
    const kim = newPerson();

    await withPeopleLocked(pool(), [kim], async () => {
      await pool().query(
        `select pg_terminate_backend(pid) from pg_locks
         where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      );
      await waitFor(async () => (await free([kim])).length === 1, {
        what: 'the lock to end with its connection',
        timeoutMs: 5_000,
      });
    });

    expect(await free([kim])).toEqual([kim]);
  });

  it('need no connection when there are none', async () => {
    const used = pool().totalCount - pool().idleCount;

    await withPeopleLocked(pool(), [], (mine) => {
      expect(mine.size).toBe(0);
      expect(pool().totalCount - pool().idleCount).toBe(used);
      return Promise.resolve();
    });
  });

  it('leave nothing behind on the connection, however often it is used', async () => {
    const listeners = async (): Promise<number> => {
      const client = await pool().connect();
      const count = client.listenerCount('error');
      client.release();
      return count;
    };
    const before = await listeners();

    for (let round = 0; round < 12; round += 1) {
      await withPeopleLocked(pool(), [newPerson()], () => Promise.resolve());
    }

    expect(await listeners()).toBe(before);
  });
});
