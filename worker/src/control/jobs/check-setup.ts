import { writeAll } from '../../deliver/write-rows.ts';
import type { ShopId } from '../../shared/ids.ts';
import { describeFailure } from '../../shared/log.ts';
import { listCurrent } from '../../shared/mapping-versions.ts';
import { listShops } from '../../shared/shops.ts';
import { runChecks } from '../preflight/run-checks.ts';
import { findShopHealth } from '../report/shop-health.ts';
import { STATUS_KEY } from '../report/status-row.ts';
import { checkWebhooks } from '../webhooks.ts';
import type { JobRunner } from './job.ts';

/** Looks at everything the set-up steps rest on, and puts what was found on the worker's status. */
export const checkSetup: JobRunner = async (context) => {
  const { pool, log, client } = context;
  const silent = new Set<ShopId>();
  for (const shop of await listShops(pool, client.org.id)) {
    const failure = await checkWebhooks(context, shop);
    if (!failure) continue;
    silent.add(shop.id);
    log.warn({ org: client.org.id, shop: shop.id, ...describeFailure(failure) }, 'hooks.unknown');
  }
  // What a shop said on another day is no answer to whether its webhooks are on.
  const shops = (await findShopHealth(pool, client.org.id)).map((shop) =>
    silent.has(shop.id) ? { ...shop, hooks: null } : shop,
  );
  const current = await listCurrent(pool, client.org.id);
  const mappings = current.map(({ definition }) => definition);
  const checks = await runChecks({ client, shops, mappings });
  const checkedAt = new Date().toISOString();
  await writeAll(client, [
    {
      object: 'Worker_Status__c',
      key: STATUS_KEY,
      target: { field: 'External_Id__c', value: STATUS_KEY },
      fields: { Preflight__c: JSON.stringify({ checkedAt, checks }) },
      references: {},
    },
  ]);
  const bad = checks.filter(({ status }) => status === 'failed').length;
  return {
    status: 'Done',
    message: bad === 0 ? 'Nothing stands in the way.' : `${bad} things stand in the way.`,
    total: checks.length,
    completed: checks.length,
    failed: bad,
  };
};
