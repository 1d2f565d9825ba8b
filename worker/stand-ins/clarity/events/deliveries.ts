import type { Clock } from '../../kit/clock.ts';
import { createLanes } from '../../kit/lanes.ts';
import { installationOf } from '../installation.ts';
import type { About, Identity, Rows } from '../shop.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { envelope } from './envelope.ts';
import { post, type Answer } from './send.ts';

/** Seconds from one attempt to the next; after the last one the event is given up. */
export const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

const PARALLEL = 8;
const KEPT = 5000;

export interface Deliveries {
  emit: (type: string, about: About, data: object) => void;
  /** The last events, oldest first. */
  list: () => DeliveryRow[];
  /** Sends these once more, one after the other, whatever became of them before. */
  redeliver: (ids: string[]) => Promise<void>;
  /** From now on nothing leaves. */
  hold: () => void;
  /** Sends what was held, one after the other, and holds no more. */
  release: (order?: 'sent' | 'reversed') => Promise<void>;
  /** Resolves when no delivery is under way; waiting for a retry does not count. */
  settled: () => Promise<void>;
  /** Takes up what a former process left waiting. */
  resume: () => void;
  reset: () => void;
  /** Breaks off what is under way; it stays waiting. */
  stop: () => Promise<void>;
}

interface Parts {
  identity: Identity;
  clock: Clock;
  rows: Pick<Rows, 'deliveries' | 'installation'>;
  next: (sequence: string) => number;
  /** The data in the names this installation uses. */
  named: (kind: string, data: object) => object;
}

export function createDeliveries({ identity, clock, rows, next, named }: Parts): Deliveries {
  const lanes = createLanes(PARALLEL);
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const retries = new Set<Promise<void>>();
  let held: string[] | undefined;

  function emit(type: string, about: About, data: object): void {
    // It rises also while nobody listens, as it would in a shop whose webhook was switched off.
    const sequence = next(`sequence of ${about.kind} ${about.id}`);
    const { webhookUrl } = installationOf(rows.installation);
    if (webhookUrl === null) return;
    const occurredAt = clock.now().toISOString();
    const event = { type, about, data: named(about.kind, data), sequence, occurredAt };
    const { id: eventId, body } = envelope(identity, event);
    const id = String(next('delivery'));
    rows.deliveries.set(id, {
      ...{ id, eventId, type, destination: webhookUrl, body, at: occurredAt },
      ...{ attempts: 0, state: 'waiting', dueAt: null, lastStatus: null },
    });
    if (held) held.push(id);
    else void lanes.add(() => attempt(id));
    forgetOld();
  }

  function send(delivery: DeliveryRow): Promise<Answer> {
    return post(delivery, installationOf(rows.installation), clock.now(), stopping.signal);
  }

  async function attempt(id: string): Promise<void> {
    const delivery = rows.deliveries.get(id);
    if (delivery?.state !== 'waiting' || isStopping()) return;
    const { status, retryAfterMs } = await send(delivery);
    if (isStopping()) return;
    const tried = { ...delivery, attempts: delivery.attempts + 1, lastStatus: status };
    const seconds = RETRY_SECONDS[tried.attempts - 1];
    if (status >= 200 && status < 300) {
      rows.deliveries.set(id, { ...tried, state: 'delivered', dueAt: null });
    } else if (seconds === undefined) {
      rows.deliveries.set(id, { ...tried, state: 'given up', dueAt: null });
    } else {
      const due = new Date(clock.now().getTime() + Math.max(seconds * 1000, retryAfterMs));
      rows.deliveries.set(id, { ...tried, dueAt: due.toISOString() });
      wait(id, due);
    }
  }

  /** The clock waits until all retries are through, so that moving it far runs each at its time. */
  function wait(id: string, due: Date): void {
    clock.at(due, async () => {
      if (held) {
        held.push(id);
        return;
      }
      const retry = lanes.add(() => attempt(id));
      retries.add(retry);
      void retry.then(() => retries.delete(retry));
      while (retries.size > 0) await Promise.all(retries);
    });
  }

  function forgetOld(): void {
    if (rows.deliveries.size < 2 * KEPT) return;
    const done = rows.deliveries.values().filter(({ state }) => state !== 'waiting');
    for (const { id } of done.slice(0, -KEPT)) rows.deliveries.delete(id);
  }

  return {
    emit,
    list: () => rows.deliveries.values(),
    async redeliver(ids) {
      for (const id of ids) {
        const delivery = rows.deliveries.get(id);
        if (!delivery) throw new RangeError(`There is no delivery ${id} to repeat.`);
        await send(delivery);
      }
    },
    hold: () => {
      held ??= [];
    },
    async release(order = 'sent') {
      const ids = held ?? [];
      held = undefined;
      for (const id of order === 'sent' ? ids : ids.toReversed()) await attempt(id);
    },
    settled: () => lanes.idle(),
    resume() {
      for (const { id, state, dueAt } of rows.deliveries.values()) {
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
