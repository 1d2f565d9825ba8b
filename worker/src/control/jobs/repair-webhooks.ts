import { asFailure } from '../../shared/failure.ts';
import { listShops } from '../../shared/shops.ts';
import { repairWebhooks as repair } from '../webhooks.ts';
import type { JobRunner } from './job.ts';

/** Makes the webhooks of the shops anew where they are missing, switched off or without our proof. */
export const repairWebhooks: JobRunner = async ({ pool, vault, client }, job) => {
  const shops = (await listShops(pool, client.org.id)).filter(
    ({ id }) => job.shopId === null || id === job.shopId,
  );
  let mended = 0;
  const refused: string[] = [];
  for (const shop of shops) {
    try {
      mended += await repair(pool, vault, shop);
    } catch (error) {
      const { message, nextStep } = asFailure(error);
      refused.push([`${shop.name || shop.id}:`, message, nextStep].filter(Boolean).join(' '));
    }
  }
  if (refused.length > 0) {
    const [total, failed] = [shops.length, refused.length];
    const counts = { total, completed: total - failed, failed };
    return { status: 'Failed', message: refused.join(' '), ...counts };
  }
  return {
    status: 'Done',
    message: mended === 0 ? 'All webhooks were in order.' : `${mended} webhooks were put right.`,
    total: shops.length,
    completed: shops.length,
  };
};
