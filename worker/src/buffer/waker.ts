import pg from 'pg';
import { connectionOptions } from '../shared/database/pool.ts';
import { WAKE_CHANNEL } from '../shared/database/queue.ts';

export interface Waker {
  /** Returns when somebody queued work, or after the given time. */
  wait(milliseconds: number): Promise<void>;
  /** Returns after the given time, whatever happens. */
  pause(milliseconds: number): Promise<void>;
  wake(): void;
  close(): Promise<void>;
}

const RECONNECT_MS = 1_000;

/**
 * Hears PostgreSQL's notification that work was queued, so that an event need not wait for the next
 * poll. Only a help: while its connection is away, polling goes on and this one tries again.
 */
export function createWaker(databaseUrl: string): Waker {
  let client: pg.Client | undefined;
  let closed = false;
  let woken = false;
  let ring: (() => void) | undefined;

  function wake(): void {
    woken = true;
    ring?.();
  }

  function listen(): void {
    if (closed) return;
    const listener = new pg.Client({
      ...connectionOptions(databaseUrl),
      application_name: 'cartbridge-waker',
    });
    client = listener;
    let gone = false;
    const lost = (): void => {
      if (gone) return;
      gone = true;
      listener.end().catch(() => undefined);
      setTimeout(listen, RECONNECT_MS).unref();
    };
    listener.on('notification', wake);
    listener.on('error', lost);
    listener.on('end', lost);
    listener
      .connect()
      .then(() => listener.query(`listen ${WAKE_CHANNEL}`))
      // What was queued while nobody listened.
      .then(wake, lost);
  }

  listen();

  return {
    wake,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          ring = undefined;
          woken = false;
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        ring = done;
        if (woken) done();
      }),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    async close() {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}
