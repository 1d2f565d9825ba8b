import type { Clock } from '../../kit/clock.ts';
import type { Identity, Rows } from '../shop.ts';
import { createBlockList, type BlockList } from './block-list.ts';
import { createExceptions } from './exceptions.ts';
import type { DeliveryRow, HookRow } from './hook-rows.ts';
import { createLanes } from '../../kit/lanes.ts';
import { envelope, isIdle, listens, newDelivery } from './messages.ts';
import { post } from './send.ts';

/** Seconds from one attempt to the next; after the last one the hook is switched off. */
export const RETRY_SECONDS = [60, 180, 300, 600, 900, 1800, 3600, 7200, 21600, 50400, 86400];

const PARALLEL = 8;
const KEPT = 5000;

export interface Deliveries {
  emit: (scope: string, data: object) => void;
  /** The last messages, oldest first. */
  list: () => DeliveryRow[];
  /** Sends these messages again, one after the other, whatever became of them before. */
  redeliver: (ids: string[]) => Promise<void>;
  /** From now on nothing leaves. */
  hold: () => void;
  /** Sends what was held, one after the other, and holds no more. */
  release: (order?: 'sent' | 'reversed') => Promise<void>;
  /** Resolves when no delivery is under way; waiting for a retry does not count. */
  settled: () => Promise<void>;
  blockList: BlockList;
  /** Takes up what a former process left waiting. */
  resume: () => void;
  reset: () => void;
  /** Breaks off what is under way; it stays waiting. */
  stop: () => Promise<void>;
}

interface Parts {
  identity: Identity;
  clock: Clock;
  rows: Pick<Rows, 'hooks' | 'deliveries'>;
  next: (sequence: string) => number;
}

export function createDeliveries({ identity, clock, rows, next }: Parts): Deliveries {
  const lanes = createLanes(PARALLEL);
  const blockList = createBlockList(clock);
  const exceptions = createExceptions(clock, emit);
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const retries = new Set<Promise<void>>();
  let held: string[] | undefined;

  function emit(scope: string, data: object): void {
    const now = clock.now();
    const body = envelope(identity, scope, data, now);
    for (const hook of rows.hooks.values().filter((hook) => listens(hook, scope))) {
      if (isIdle(hook, now)) {
        switchOff(hook);
        continue;
      }
      markUsed(hook, now);
      const delivery = newDelivery(next('delivery'), hook, scope, body, now);
      rows.deliveries.set(delivery.id, delivery);
      send(delivery.id);
    }
    forgetOld();
  }

  /** To the hour is near enough for 90 days, and spares the file a line for each message. */
  function markUsed(hook: HookRow, now: Date): void {
    const seconds = Math.floor(now.getTime() / 1000);
    if (seconds - hook.used_at < 3600) return;
    rows.hooks.set(String(hook.id), { ...hook, used_at: seconds });
  }

  function send(id: string): void {
    if (held) held.push(id);
    else void lanes.add(() => attempt(id));
  }

  async function attempt(id: string): Promise<void> {
    const delivery = rows.deliveries.get(id);
    const hook = delivery && rows.hooks.get(String(delivery.hookId));
    if (delivery?.state !== 'waiting' || isStopping()) return;
    if (!hook?.is_active) {
      rows.deliveries.set(id, { ...delivery, state: 'given up', dueAt: null });
      return;
    }
    const status = await request(delivery, hook);
    if (isStopping()) return;
    const tried = { ...delivery, attempts: delivery.attempts + 1, lastStatus: status };
    if (status >= 200 && status < 300) {
      rows.deliveries.set(id, { ...tried, state: 'delivered', dueAt: null });
    } else failed(tried, hook);
  }

  /** A blocked domain gets no request; its messages wait for their next turn. */
  async function request(delivery: DeliveryRow, hook: HookRow): Promise<number> {
    const domain = new URL(delivery.destination).host;
    if (blockList.isBlocked(domain)) return 0;
    const status = await post(delivery, hook.headers, identity.clientSecret, stopping.signal);
    const good = status >= 200 && status < 300;
    if (!isStopping() && blockList.count(domain, good)) exceptions.blocked(hook);
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
    const dueAt = new Date(clock.now().getTime() + seconds * 1000).toISOString();
    const waiting = { ...delivery, dueAt };
    rows.deliveries.set(delivery.id, waiting);
    wait(waiting.id, new Date(dueAt));
    exceptions.failed(hook);
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

  function switchOff(hook: HookRow): void {
    const current = rows.hooks.get(String(hook.id));
    if (current) {
      rows.hooks.set(String(hook.id), { ...current, is_active: false, deactivated: true });
    }
  }

  function forgetOld(): void {
    if (rows.deliveries.size < 2 * KEPT) return;
    const done = rows.deliveries.values().filter(({ state }) => state !== 'waiting');
    for (const { id } of done.slice(0, -KEPT)) rows.deliveries.delete(id);
  }

  return {
    emit,
    blockList,
    list: () => rows.deliveries.values(),
    async redeliver(ids) {
      for (const id of ids) {
        const delivery = rows.deliveries.get(id);
        const hook = delivery && rows.hooks.get(String(delivery.hookId));
        if (!delivery || !hook) throw new RangeError(`There is no delivery ${id} to repeat.`);
        await post(delivery, hook.headers, identity.clientSecret, stopping.signal);
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
      blockList.reset();
      exceptions.reset();
    },
    async stop() {
      stopping.abort();
      await lanes.idle();
    },
  };
}
