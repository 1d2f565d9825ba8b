import type { Clock } from '../../kit/clock.ts';
import { createOutbox, type Outgoing } from '../../kit/outbox.ts';
import { installationOf } from '../installation.ts';
import type { About, Identity, Rows } from '../shop.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { envelope } from './envelope.ts';
import { post, type Answer } from './send.ts';

/** Seconds from one attempt to the next; after the last one the event is given up. */
export const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

export interface Deliveries extends Outgoing<DeliveryRow> {
  emit: (type: string, about: About, data: object) => void;
  /** Sends these once more, one after the other, whatever became of them before. */
  redeliver: (ids: string[]) => Promise<void>;
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
  const outbox = createOutbox({ clock, rows: rows.deliveries, attempt });

  function emit(type: string, about: About, data: object): void {
    // It rises also while nobody listens, as it would in a shop whose webhook was switched off.
    const sequence = next(`sequence of ${about.kind} ${about.id}`);
    const { webhookUrl } = installationOf(rows.installation);
    if (webhookUrl === null) return;
    const occurredAt = clock.now().toISOString();
    const event = { type, about, data: named(about.kind, data), sequence, occurredAt };
    const { id: eventId, body } = envelope(identity, event);
    const id = String(next('delivery'));
    outbox.send({
      ...{ id, eventId, type, destination: webhookUrl, body, at: occurredAt },
      ...{ attempts: 0, state: 'waiting', dueAt: null, lastStatus: null },
    });
  }

  function send(delivery: DeliveryRow): Promise<Answer> {
    return post(delivery, installationOf(rows.installation), clock.now(), outbox.signal);
  }

  async function attempt(delivery: DeliveryRow): Promise<void> {
    const { status, retryAfterMs } = await send(delivery);
    if (outbox.signal.aborted) return;
    const tried = { ...delivery, attempts: delivery.attempts + 1, lastStatus: status };
    const seconds = RETRY_SECONDS[tried.attempts - 1];
    if (status >= 200 && status < 300) {
      rows.deliveries.set(delivery.id, { ...tried, state: 'delivered', dueAt: null });
    } else if (seconds === undefined) {
      rows.deliveries.set(delivery.id, { ...tried, state: 'given up', dueAt: null });
    } else {
      const waitMs = Math.max(seconds * 1000, retryAfterMs);
      outbox.postpone(tried, new Date(clock.now().getTime() + waitMs));
    }
  }

  return {
    ...outbox,
    emit,
    async redeliver(ids) {
      for (const id of ids) {
        const delivery = rows.deliveries.get(id);
        if (!delivery) throw new RangeError(`There is no delivery ${id} to repeat.`);
        await send(delivery);
      }
    },
  };
}
