import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import type { Pool } from '../shared/database/pool.ts';
import { asFailure } from '../shared/failure.ts';
import type { OrgId, RecordKey, ShopId } from '../shared/ids.ts';
import { composeShop } from './compose-shop.ts';
import type { OpenShop } from './shops/open-shops.ts';
import type { Outcome, Task } from './task.ts';

export interface Composing {
  pool: Pool;
  openShop: (id: ShopId) => Promise<OpenShop>;
  salesforceOf: (org: OrgId) => Promise<SalesforceClient>;
}

/**
 * Brings one org's records up to date, an outcome for each. Shops are worked on side by side; one
 * that fails as a whole does not touch the others.
 */
export async function compose(
  { pool, openShop, salesforceOf }: Composing,
  org: OrgId,
  tasks: Task[],
): Promise<Map<RecordKey, Outcome>> {
  const client = await salesforceOf(org);
  const shops = [...new Set(tasks.map(({ shopId }) => shopId))];
  const outcomes = await Promise.all(
    shops.map(async (shop) => {
      const some = tasks.filter(({ shopId }) => shopId === shop);
      try {
        return [...(await composeShop(pool, client, await openShop(shop), some))];
      } catch (error) {
        const failure = asFailure(error);
        return some.map(({ key }): [RecordKey, Outcome] => [key, { result: 'failed', failure }]);
      }
    }),
  );
  return new Map(outcomes.flat());
}
