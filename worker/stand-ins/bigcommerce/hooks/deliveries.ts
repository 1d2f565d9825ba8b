import type { Clock } from '../../kit/clock.ts';
import { createOutbox, type Outgoing } from '../../kit/outbox.ts';
import type { Identity, Rows } from '../shop.ts';
import { createBlockList, type BlockList } from './block-list.ts';
import { createExceptions } from './exceptions.ts';
import type { DeliveryRow, HookRow } from './hook-rows.ts';
import { envelope, isIdle, listens, newDelivery } from './messages.ts';
import { post } from './send.ts';

/** Seconds from one attempt to the next; after the last one the hook is switched off. */
export const RETRY_SECONDS = [60, 180, 300, 600, 900, 1800, 3600, 7200, 21600, 50400, 86400];

export interface Deliveries extends Outgoing<DeliveryRow> {
  emit: (scope: string, data: object) => void;
  /** Sends these messages again, one after the other, whatever became of them before. */
  redeliver: (ids: string[]) => Promise<void>;
  blockList: BlockList;
}

interface Parts {
  identity: Identity;
  clock: Clock;
  rows: Pick<Rows, 'hooks' | 'deliveries'>;
  next: (sequence: string) => number;
}

export function createDeliveries({ identity, clock, rows, next }: Parts): Deliveries {
  const outbox = createOutbox({ clock, rows: rows.deliveries, attempt });
  const blockList = createBlockList(clock);
  const exceptions = createExceptions(clock, emit);

  function emit(scope: string, data: object): void {
    const now = clock.now();
    const body = envelope(identity, scope, data, now);
    for (const hook of rows.hooks.values().filter((hook) => listens(hook, scope))) {
      if (isIdle(hook, now)) {
        switchOff(hook);
        continue;
      }
      markUsed(hook, now);
      outbox.send(newDelivery(next('delivery'), hook, scope, body, now));
    }
  }

  /** To the hour is near enough for 90 days, and spares the file a line for each message. */
  function markUsed(hook: HookRow, now: Date): void {
    const seconds = Math.floor(now.getTime() / 1000);
    if (seconds - hook.used_at < 3600) return;
    rows.hooks.set(String(hook.id), { ...hook, used_at: seconds });
  }

  async function attempt(delivery: DeliveryRow): Promise<void> {
    const { id } = delivery;
    const hook = rows.hooks.get(String(delivery.hookId));
    if (!hook?.is_active) {
      rows.deliveries.set(id, { ...delivery, state: 'given up', dueAt: null });
      return;
    }
    const status = await request(delivery, hook);
    if (outbox.signal.aborted) return;
    const tried = { ...delivery, attempts: delivery.attempts + 1, lastStatus: status };
    if (status >= 200 && status < 300) {
      rows.deliveries.set(id, { ...tried, state: 'delivered', dueAt: null });
    } else failed(tried, hook);
  }

  /** A blocked domain gets no request; its messages wait for their next turn. */
  async function request(delivery: DeliveryRow, hook: HookRow): Promise<number> {
    const domain = new URL(delivery.destination).host;
    if (blockList.isBlocked(domain)) return 0;
    const status = await post(delivery, hook.headers, identity.clientSecret, outbox.signal);
    const good = status >= 200 && status < 300;
    if (!outbox.signal.aborted && blockList.count(domain, good)) exceptions.blocked(hook);
    return status;
  }

  function failed(delivery: DeliveryRow, hook: HookRow): void {
    const seconds = RETRY_SECONDS[delivery.attempts - 1];
    if (seconds === undefined) {
      rows.deliveries.set(delivery.id, { ...delivery, state: 'given up', dueAt: null });
      switchOff(hook);
      exceptions.givenUp(hook);
      return;
    }
    outbox.postpone(delivery, new Date(clock.now().getTime() + seconds * 1000));
    exceptions.failed(hook);
  }

  function switchOff(hook: HookRow): void {
    const current = rows.hooks.get(String(hook.id));
    if (current) {
      rows.hooks.set(String(hook.id), { ...current, is_active: false, deactivated: true });
    }
  }

  return {
    ...outbox,
    emit,
    blockList,
    async redeliver(ids) {
      for (const id of ids) {
        const delivery = rows.deliveries.get(id);
        const hook = delivery && rows.hooks.get(String(delivery.hookId));
        if (!delivery || !hook) throw new RangeError(`There is no delivery ${id} to repeat.`);
        await post(delivery, hook.headers, identity.clientSecret, outbox.signal);
      }
    },
    reset() {
      outbox.reset();
      blockList.reset();
      exceptions.reset();
    },
  };
}
