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
 * Brings one org's records up to date, an outcome for each. Shops take turns, for each holds a
 * connection with its people's locks; one that fails as a whole does not touch the others.
 */
export async function compose(
  { pool, openShop, salesforceOf }: Composing,
  org: OrgId,
  tasks: Task[],
): Promise<Map<RecordKey, Outcome>> {
  const client = await salesforceOf(org);
  const outcomes = new Map<RecordKey, Outcome>();
  for (const shop of new Set(tasks.map(({ shopId }) => shopId))) {
    const some = tasks.filter(({ shopId }) => shopId === shop);
    const done = await isolate(some, async (part) =>
      composeShop(pool, client, await openShop(shop), part),
    );
    for (const [key, outcome] of done) outcomes.set(key, outcome);
  }
  return outcomes;
}

/**
 * A fault of ours that one record brings out must not take its whole batch along: the batch is
 * halved until that record fails alone. What the shop or Salesforce refuse would fail in halves too.
 */
async function isolate(
  tasks: Task[],
  work: (tasks: Task[]) => Promise<Map<RecordKey, Outcome>>,
): Promise<[RecordKey, Outcome][]> {
  try {
    return [...(await work(tasks))];
  } catch (error) {
    const failure = asFailure(error);
    if (failure.kind !== 'unexpected' || tasks.length === 1) {
      return tasks.map(({ key }) => [key, { result: 'failed', failure }]);
    }
    const middle = Math.ceil(tasks.length / 2);
    const left = await isolate(tasks.slice(0, middle), work);
    return [...left, ...(await isolate(tasks.slice(middle), work))];
  }
}
