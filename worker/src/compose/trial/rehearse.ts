import { withConnection, type Client, type Pool } from '../../shared/database/pool.ts';

/** Longer than this nobody's live work waits for a row that a rehearsal has touched. */
const STATEMENT_MS = 10_000;
/** Well below the second after which PostgreSQL looks for deadlocks: who gives way is the rehearsal. */
const LOCK_MS = 200;

/** Times it is tried where live work is writing into the same rows. */
const TRIES = 5;
/**
 * PostgreSQL's words for "somebody else has it": lock and statement timeouts, deadlocks, and a row
 * that live work, whose locks a rehearsal does not wait for, made in the same moment.
 */
const BUSY = new Set(['55P03', '57014', '40P01', '23505']);

/**
 * Runs `work` on a pool that behaves like any other and keeps nothing: all of it is one transaction
 * that is rolled back, what `work` takes for transactions are savepoints in it, and advisory locks,
 * which would keep live work away, are said to be had and not taken. No call to another system
 * belongs in there: the rows that were touched stay locked until the end. It is run again where live
 * work has one of its rows.
 */
export async function rehearse<T>(pool: Pool, work: (pool: Pool) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await rehearseOnce(pool, work);
    } catch (error) {
      if (tried >= TRIES || !BUSY.has(String((error as { code?: unknown }).code))) throw error;
    }
  }
}

function rehearseOnce<T>(pool: Pool, work: (pool: Pool) => Promise<T>): Promise<T> {
  return withConnection(pool, async (client) => {
    await client.query('begin');
    await client.query(
      `set local statement_timeout = ${STATEMENT_MS}; set local lock_timeout = ${LOCK_MS};
       set local idle_in_transaction_session_timeout = ${STATEMENT_MS}`,
    );
    const result = await work(poolOf(client));
    await client.query('rollback');
    // A lock of a kind not known here would outlive the transaction.
    await client.query('select pg_advisory_unlock_all()');
    return result;
  });
}

type Query = (text: string, values?: unknown[]) => Promise<unknown>;

function poolOf(client: Client): Pool {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: a connection answers no two at a time. */
  const send: Query = (text, values) => {
    if (TAKES_LOCKS.test(text)) return Promise.resolve({ rows: [], rowCount: 0 });
    const sent = last.then(() => client.query(withoutLocks(text), values));
    last = sent.catch(() => undefined);
    return sent;
  };
  const turns = createTurns();
  let savepoints = 0;
  const connect = (): Promise<unknown> => {
    let endTurn: (() => void) | undefined;
    let savepoint = '';
    async function end(text: string): Promise<unknown> {
      const done = await send(text);
      endTurn?.();
      endTurn = undefined;
      return done;
    }
    return Promise.resolve({
      async query(text: string, values?: unknown[]) {
        if (text === 'begin') {
          endTurn = await turns();
          savepoint = `inner_${(savepoints += 1)}`;
          return send(`savepoint ${savepoint}`);
        }
        if (text === 'commit') return end(`release savepoint ${savepoint}`);
        return text === 'rollback' ? end(`rollback to savepoint ${savepoint}`) : send(text, values);
      },
      release() {
        // Given back in the middle of a transaction, as when its work threw.
        if (endTurn) void end(`rollback to savepoint ${savepoint}`).catch(() => undefined);
      },
      on: () => undefined,
      off: () => undefined,
    });
  };
  return { query: send, connect } as unknown as Pool;
}

/** Savepoints nest: two transactions at once would end each other's. */
function createTurns(): () => Promise<() => void> {
  let last = Promise.resolve();
  return async () => {
    const before = last;
    let end = (): void => undefined;
    last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  };
}

/** The statements by which the worker takes turns; one not known here is taken until the end. */
const TAKES_LOCKS = /^\s*select pg_advisory_(xact_lock\(.*\)|unlock_all\(\))\s*$/s;

function withoutLocks(text: string): string {
  return text.replace(/pg_try_advisory_lock\((hashtextextended\([^()]*\))\)/g, '($1 is not null)');
}
