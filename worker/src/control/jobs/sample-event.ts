import { randomUUID } from 'node:crypto';
import { createInbox } from '../../buffer/inbox.ts';
import { Failure } from '../../shared/failure.ts';
import { recordKey } from '../../shared/ids.ts';
import { listShops } from '../../shared/shops.ts';
import type { JobRunner } from './job.ts';

/** Said in the place of a webhook's scope. */
const SCOPE = 'cartbridge/sample';

/**
 * Sends the newest order of the shop through the whole journey, as if its webhook had just come.
 * It is a real order, so nothing made up ends in Salesforce.
 */
export const sampleEvent: JobRunner = async ({ pool, boss, client, openShop }, job) => {
  const id = job.shopId ?? (await listShops(pool, client.org.id))[0]?.id;
  if (!id) {
    throw new Failure('shop_unknown', 'No shop is connected yet.', {
      nextStep: 'Connect a shop first.',
    });
  }
  const { shop, reader } = await openShop(id);
  if (shop.orgId !== client.org.id)
    throw new Failure('shop_unknown', 'This shop belongs to another org.');
  const order = await reader.newestOrderId();
  if (!order) {
    return {
      status: 'Failed',
      message: 'The shop has no order yet. Place one, or wait for the first.',
    };
  }
  const key = recordKey(shop.id, 'order', order);
  await createInbox(
    pool,
    boss,
  )({
    orgId: shop.orgId,
    shopId: shop.id,
    scope: SCOPE,
    recordKey: key,
    idempotencyKey: randomUUID(),
    body: JSON.stringify({ scope: SCOPE, data: { type: 'order', id: order } }),
  });
  return {
    status: 'Done',
    message: `Order ${order} is on its way. It shows on its person within seconds.`,
    total: 1,
    completed: 1,
    result: { recordKey: key },
  };
};
