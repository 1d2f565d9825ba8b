import type { Clock } from './clock.ts';
import { createLanes } from './lanes.ts';
import type { Collection } from './store.ts';

/** A message to a webhook, with what became of it. */
export interface Posted {
  id: string;
  destination: string;
  /** The very bytes sent, the same for every attempt. */
  body: string;
  at: string;
  /** Attempts made so far. */
  attempts: number;
  state: 'waiting' | 'delivered' | 'given up';
  /** When the next attempt is due; null when it is on its way or done. */
  dueAt: string | null;
  /** Answer to the last attempt, 0 for none in time; null before the first. */
  lastStatus: number | null;
}

/** What tests and people do with a shop's messages, whoever sends them. */
export interface Outgoing<Row extends Posted> {
  /** The last messages, oldest first. */
  list: () => Row[];
  /** From now on nothing leaves. */
  hold: () => void;
  /** Sends what was held, one after the other, and holds no more. */
  release: (order?: 'sent' | 'reversed') => Promise<void>;
  /** Resolves when no message is under way; waiting for a retry does not count. */
  settled: () => Promise<void>;
  /** Takes up what a former process left waiting. */
  resume: () => void;
  reset: () => void;
  /** Breaks off what is under way; it stays waiting. */
  stop: () => Promise<void>;
}

export interface Outbox<Row extends Posted> extends Outgoing<Row> {
  /** Aborted once it stops: what comes of an attempt then must not be kept. */
  signal: AbortSignal;
  send: (row: Row) => void;
  /** Keeps the row, and has it attempted again when it is due. */
  postpone: (row: Row, due: Date) => void;
}

interface Parts<Row extends Posted> {
  clock: Clock;
  rows: Collection<Row>;
  /** Makes one attempt at a message that waits, and keeps what came of it. Must not throw. */
  attempt: (row: Row) => Promise<void>;
}

const PARALLEL = 8;
const KEPT = 5000;

/** Messages on their way out: in their order, a few at a time, again when an attempt failed. */
export function createOutbox<Row extends Posted>({
  clock,
  rows,
  attempt,
}: Parts<Row>): Outbox<Row> {
  const lanes = createLanes(PARALLEL);
  const stopping = new AbortController();
  const retries = new Set<Promise<void>>();
  let held: string[] | undefined;

  async function tryNow(id: string): Promise<void> {
    const row = rows.get(id);
    if (row?.state === 'waiting' && !stopping.signal.aborted) await attempt(row);
  }

  /** The clock waits until all retries are through, so that moving it far runs each at its time. */
  function wait(id: string, due: Date): void {
    clock.at(due, async () => {
      if (held) {
        held.push(id);
        return;
      }
      const retry = lanes.add(() => tryNow(id));
      retries.add(retry);
      void retry.then(() => retries.delete(retry));
      while (retries.size > 0) await Promise.all(retries);
    });
  }

  function forgetOld(): void {
    if (rows.size < 2 * KEPT) return;
    const done = rows.values().filter(({ state }) => state !== 'waiting');
    for (const { id } of done.slice(0, -KEPT)) rows.delete(id);
  }

  return {
    signal: stopping.signal,
    send(row) {
      rows.set(row.id, row);
      if (held) held.push(row.id);
      else void lanes.add(() => tryNow(row.id));
      forgetOld();
    },
    postpone(row, due) {
      rows.set(row.id, { ...row, dueAt: due.toISOString() });
      wait(row.id, due);
    },
    list: () => rows.values(),
    hold: () => {
      held ??= [];
    },
    async release(order = 'sent') {
      const ids = held ?? [];
      held = undefined;
      for (const id of order === 'sent' ? ids : ids.toReversed()) await tryNow(id);
    },
    settled: () => lanes.idle(),
    resume() {
      for (const { id, state, dueAt } of rows.values()) {
        if (state === 'waiting') wait(id, dueAt ? new Date(dueAt) : clock.now());
      }
    },
    reset() {
      held = undefined;
    },
    async stop() {
      stopping.abort();
      await lanes.idle();
    },
  };
}
