import { listShops } from '../../shared/shops.ts';
import { repairWebhooks as repair } from '../webhooks.ts';
import type { JobRunner } from './job.ts';

/** Makes the webhooks of the shops anew where they are missing, switched off or without our proof. */
export const repairWebhooks: JobRunner = async ({ pool, vault, client }, job) => {
  const shops = (await listShops(pool, client.org.id)).filter(
    ({ id }) => job.shopId === null || id === job.shopId,
  );
  let mended = 0;
  for (const shop of shops) mended += await repair(pool, vault, shop);
  return {
    status: 'Done',
    message: mended === 0 ? 'All webhooks were in order.' : `${mended} webhooks were put right.`,
    total: shops.length,
    completed: shops.length,
  };
};
