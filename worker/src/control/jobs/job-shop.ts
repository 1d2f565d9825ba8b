import type { OpenShop } from '../../compose/shops/open-shops.ts';
import { Failure } from '../../shared/failure.ts';
import type { Job, JobContext } from './job.ts';

/** The shop a job is about. Throws a Failure when it names none, or one of another org. */
export async function openJobShop(
  { client, openShop }: JobContext,
  { shopId, type }: Pick<Job, 'shopId' | 'type'>,
): Promise<OpenShop> {
  if (!shopId) {
    throw new Failure('shop_unknown', `"${type}" is about one shop, and the job names none.`, {
      nextStep: 'Start the job again from its screen.',
    });
  }
  const open = await openShop(shopId);
  if (open.shop.orgId !== client.org.id)
    throw new Failure('shop_unknown', 'This shop belongs to another org.');
  return open;
}
