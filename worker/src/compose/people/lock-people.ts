import { withConnection, type Client, type Pool } from '../../shared/database/pool.ts';
import type { PersonId } from '../../shared/ids.ts';

/**
 * Runs `work` with those of the people that no other worker is busy with. A person's totals and
 * cart block are read from the books and written to Salesforce in one go; two workers doing that
 * for one person at once could leave the older totals standing.
 *
 * The locks belong to a connection of their own, so a worker that dies, or throws, lets go with it.
 */
export async function withPeopleLocked<T>(
  pool: Pool,
  people: PersonId[],
  work: (mine: Set<PersonId>) => Promise<T>,
): Promise<T> {
  if (people.length === 0) return work(new Set());
  const done: { result: T }[] = [];
  try {
    return await withConnection(pool, async (client) => {
      const result = await work(await lock(client, people));
      done.push({ result });
      await client.query('select pg_advisory_unlock_all()');
      return result;
    });
  } catch (error) {
    const [finished] = done;
    // Where only letting go failed, the locks went with their connection, and the work stands.
    if (finished) return finished.result;
    throw error;
  }
}

async function lock(client: Client, people: PersonId[]): Promise<Set<PersonId>> {
  const { rows } = await client.query<{ id: PersonId; locked: boolean }>(
    `select id, pg_try_advisory_lock(hashtextextended(id, 1)) as locked
     from (select distinct unnest($1::text[]) as id) as person`,
    [people],
  );
  return new Set(rows.filter(({ locked }) => locked).map(({ id }) => id));
}
