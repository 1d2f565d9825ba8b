import { asFailure } from '../../shared/failure.ts';
import { listShops } from '../../shared/shops.ts';
import { repairWebhooks as repair } from '../webhooks.ts';
import { sentences, type JobRunner } from './job.ts';

/** Makes the webhooks of the shops anew where they are missing, switched off or without our proof. */
export const repairWebhooks: JobRunner = async (context, job) => {
  const { pool, client } = context;
  const shops = (await listShops(pool, client.org.id)).filter(
    ({ id }) => job.shopId === null || id === job.shopId,
  );
  let mended = 0;
  const byHand: string[] = [];
  const refused: string[] = [];
  for (const shop of shops) {
    try {
      const made = await repair(context, shop);
      if (made === null) byHand.push(shop.name || shop.id);
      else mended += made;
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
    message: sentences(
      mended > 0 && `${mended} webhooks were put right.`,
      mended === 0 && byHand.length < shops.length && 'All webhooks were in order.',
      byHand.length > 0 &&
        `The webhooks of ${byHand.join(', ')} are set up in the shop; the worker’s page says how.`,
    ),
    total: shops.length,
    completed: shops.length,
  };
};
