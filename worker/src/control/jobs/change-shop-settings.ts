import { z } from 'zod';
import { idleMinutes as idleMinutesShape } from '../../shared/idle-minutes.ts';
import { openJobShop } from './job-shop.ts';
import type { JobRunner } from './job.ts';
import { readInput } from './read-input.ts';

const inputShape = z.strictObject({
  /** Null: the shop tells by its webhooks which carts are abandoned. */
  idleMinutes: idleMinutesShape.nullable(),
});

/** Whether what is to be changed is a shop's own. */
export function isAboutShop(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'idleMinutes' in input;
}

/**
 * Changes after how many minutes a cart of this shop that nobody touches counts as abandoned. A shop
 * with webhooks is watched from then on as well; one that is asked is always watched.
 */
export const changeShopSettings: JobRunner = async (context, job) => {
  const { idleMinutes } = readInput(job, inputShape);
  const { shop } = await openJobShop(context, job);
  const watch = idleMinutes === null ? {} : { idleMinutes, watchesCarts: true };
  await context.pool.query(
    `update cartbridge.shop set settings = settings - '{idleMinutes,watchesCarts}'::text[] || $2::jsonb
     where id = $1`,
    [shop.id, JSON.stringify(watch)],
  );
  return {
    status: 'Done',
    message: 'It holds for carts that are idle from now on.',
    result: { idleMinutes },
  };
};
