import { useCurrentMapping } from '../../compose/mapping/current-mapping.ts';
import { moveLookups } from '../../compose/people/move-lookups.ts';
import { asFailure, type Failure, type FailureKind } from '../../shared/failure.ts';
import { describeFailure } from '../../shared/log.ts';
import type { JobContext } from '../jobs/job.ts';
import { byShop, nextSlice, queueSlice, waiting, type Slice } from './moved.ts';

/** Few enough that a live event never waits behind many. */
const SLICE = 100;
const SLICES_A_TURN = 20;

/** What it takes; a part of what jobs get. */
export type Moving = Pick<JobContext, 'pool' | 'boss' | 'client' | 'openShop' | 'log'>;

/**
 * Lets the orders, carts, shipments and returns of moved people follow: their lookups at once, then
 * a look at each, which brings the rest, the person's own fields among it. Most people have a handful
 * of records and move at once. Somebody with thousands of orders is done in slices, each after the
 * one before it is settled and while no live event waits.
 * @returns whether there is more to do
 */
export async function moveAlong(context: Moving): Promise<boolean> {
  const { pool, boss, client } = context;
  for (let done = 0; done < SLICES_A_TURN; done += 1) {
    const slice = await nextSlice(pool, client.org.id, SLICE);
    if (!slice) return false;
    const before = await waiting(pool, client.org.id);
    const isFew = slice.isFirst && slice.isLast;
    if (isFew ? before.moved >= SLICE : before.isLive || before.moved > 0) return true;
    await moveSlice(context, slice);
    await queueSlice(pool, boss, client.org.id, slice);
  }
  return true;
}

/** What passes by itself: the slice is tried again. All else is met, and told, by the look that follows. */
const PASSING: ReadonlySet<FailureKind> = new Set([
  'salesforce_unavailable',
  'salesforce_auth',
  'salesforce_quota',
  'record_locked',
]);

async function moveSlice(
  { pool, client, openShop, log }: Moving,
  { person, keys }: Slice,
): Promise<void> {
  const note = (failure: Failure): void => {
    if (PASSING.has(failure.kind)) throw failure;
    log.warn({ org: client.org.id, ...describeFailure(failure) }, 'people.lookups_refused');
  };
  for (const [id, some] of byShop(keys)) {
    let failures: Failure[];
    try {
      const { shop } = await openShop(id);
      const mapping = await useCurrentMapping(pool, shop);
      failures = await moveLookups(pool, client, mapping, person, some);
    } catch (error) {
      failures = [asFailure(error)];
    }
    for (const failure of failures) note(failure);
  }
}
