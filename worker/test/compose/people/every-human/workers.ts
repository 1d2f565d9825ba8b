import { composeShop, type Told } from '../../../../src/compose/compose-shop.ts';
import type { Task } from '../../../../src/compose/task.ts';
import { recordKey, type RecordKey } from '../../../../src/shared/ids.ts';
import { SHOPS, type Delivery, type ShopName } from './script.ts';
import type { Policy, Stage } from './stage.ts';

/** A delivery of one of the stories. */
export interface Arriving {
  seed: number;
  policy: Policy;
  delivery: Delivery;
}

/** What is watched while workers write. */
export interface Watch {
  told(told: Told): void;
  /** A record was put aside, for a reason that does not pass. */
  putAside(key: RecordKey, why: string): void;
}

/** As many records as one batch of the worker's has. */
const BATCH = 200;
const MOST_TRIES = 400;
/** They pass by themselves: the buffer brings the record again in a moment. */
const PASSING: readonly string[] = ['person_busy', 'link_lost'];

/** Two workers bring records up to date, each its own, and again while something passes. */
export async function work(stage: Stage, arriving: Arriving[], watch: Watch): Promise<void> {
  await Promise.all(
    ([0, 1] as const).map(async (worker) => {
      let waiting = batchesOf(
        stage,
        arriving.filter(({ delivery }) => delivery.worker === worker),
      );
      for (let tries = 0; waiting.length > 0; tries += 1) {
        const again: Batch[] = [];
        for (const batch of waiting) {
          const tasks = await bring(stage, worker, batch, watch, tries < MOST_TRIES);
          if (tasks.length > 0) again.push({ ...batch, tasks });
        }
        waiting = again;
      }
    }),
  );
}

interface Batch {
  policy: Policy;
  shop: ShopName;
  tasks: Task[];
}

/** What was heard of one record is looked at together, as the buffer hands it on. */
function batchesOf({ policies }: Stage, arriving: Arriving[]): Batch[] {
  return policies.flatMap((policy) =>
    SHOPS.flatMap((shop) => {
      const { open, hear } = policy.shops[shop];
      const tasks = new Map<RecordKey, Task>();
      for (const { delivery, policy: its } of arriving) {
        if (its !== policy || delivery.shop !== shop) continue;
        const key = recordKey(open.shop.id, delivery.kind, delivery.id);
        const body = JSON.stringify(hear(delivery));
        const event = { scope: `store/${delivery.kind}/updated`, body, receivedAt: new Date() };
        const task = tasks.get(key) ?? { key, shopId: open.shop.id, events: [] };
        tasks.set(key, { ...task, events: [...task.events, event] });
      }
      const all = [...tasks.values()];
      const starts = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => at * BATCH);
      return starts.map((from) => ({ policy, shop, tasks: all.slice(from, from + BATCH) }));
    }),
  );
}

/** Answers what is to come again. */
async function bring(
  { pools }: Stage,
  worker: 0 | 1,
  { policy, shop, tasks }: Batch,
  watch: Watch,
  mayComeAgain: boolean,
): Promise<Task[]> {
  const { open } = policy.shops[shop];
  const outcomes = await composeShop(pools[worker], policy.clients[worker], open, tasks, {
    watch: (told) => watch.told(told),
  });
  return tasks.filter(({ key }) => {
    const outcome = outcomes.get(key);
    if (!outcome) throw new Error(`Nothing became of ${key}.`);
    if (outcome.result !== 'failed') return false;
    const { kind, message } = outcome.failure;
    if (PASSING.includes(kind) && mayComeAgain) return true;
    watch.putAside(key, `${kind}: ${message}`);
    return false;
  });
}
