import pg from 'pg';

export type Pool = pg.Pool;
export type Client = pg.PoolClient;
/** A pool or one of its clients: whoever can run a query. */
export type Queryable = Pick<pg.Pool, 'query'>;

/** How to connect: Heroku's databases require TLS with a certificate no authority signed. */
export function connectionOptions(databaseUrl: string): pg.ClientConfig {
  const host = new URL(databaseUrl).hostname;
  const local = ['localhost', '127.0.0.1', '[::1]', ''].includes(host);
  return {
    connectionString: databaseUrl,
    keepAlive: true,
    ...(!local && { ssl: { rejectUnauthorized: false } }),
  };
}

/** Connections are few on small plans (20): `max` is each process's share. */
export function createPool(databaseUrl: string, max: number, name: string): Pool {
  const pool = new pg.Pool({
    ...connectionOptions(databaseUrl),
    max,
    application_name: `cartbridge-${name}`,
    // A database that is away must be noticed before a shop's patience ends.
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection the server closed (restart, failover) is replaced at the next use.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Runs `work` on one connection. One that was cut meanwhile, or whose work threw, is closed and not
 * handed out again: with it goes whatever was open on it, a transaction or advisory locks.
 */
export async function withConnection<T>(
  pool: Pool,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let spoilt = true;
  // A connection cut while it is checked out reports here as well as in the query.
  const onError = (): void => undefined;
  client.on('error', onError);
  try {
    const result = await work(client);
    spoilt = false;
    return result;
  } finally {
    client.off('error', onError);
    client.release(spoilt);
  }
}

/** Runs `work` in a transaction on one connection; any throw rolls back. */
export function transaction<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  return withConnection(pool, async (client) => {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  });
}
