import { withConnection, type Client, type Pool } from './pool.ts';

/** What a lock is about; the same key in two spaces is two locks. */
export const LOCK_SPACES = { record: 0, person: 1, org: 2, shop: 3 } as const;

/**
 * Runs `work` with those of the keys that nobody else holds, in any process. The locks belong to a
 * connection of their own, so a worker that dies, or throws, lets go with it.
 */
export async function withLocks<Key extends string, T>(
  pool: Pool,
  space: keyof typeof LOCK_SPACES,
  keys: Key[],
  work: (mine: Set<Key>) => Promise<T>,
): Promise<T> {
  const done: { result: T }[] = [];
  try {
    return await withConnection(pool, async (client) => {
      const result = await work(await lock(client, space, keys));
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

async function lock<Key extends string>(
  client: Client,
  space: keyof typeof LOCK_SPACES,
  keys: Key[],
): Promise<Set<Key>> {
  const { rows } = await client.query<{ key: Key; locked: boolean }>(
    `select key, pg_try_advisory_lock(hashtextextended(key, $2)) as locked
     from (select distinct unnest($1::text[]) as key) as wanted`,
    [keys, LOCK_SPACES[space]],
  );
  return new Set(rows.filter(({ locked }) => locked).map(({ key }) => key));
}

/** Waits for its turn with this key; the transaction that `client` is in keeps it until its end. */
export async function takeTurn(
  client: Client,
  space: keyof typeof LOCK_SPACES,
  key: string,
): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, $2))', [
    key,
    LOCK_SPACES[space],
  ]);
}
