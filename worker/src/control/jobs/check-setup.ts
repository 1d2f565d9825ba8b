import { writeRows } from '../../deliver/write-rows.ts';
import { listShops } from '../../shared/shops.ts';
import { runChecks } from '../preflight/run-checks.ts';
import { findShopHealth } from '../report/shop-health.ts';
import { STATUS_KEY } from '../report/status-row.ts';
import { checkWebhooks } from '../webhooks.ts';
import type { JobRunner } from './job.ts';

/** Looks at everything the set-up steps rest on, and puts what was found on the worker's status. */
export const checkSetup: JobRunner = async ({ pool, vault, client }) => {
  for (const shop of await listShops(pool, client.org.id)) await checkWebhooks(pool, vault, shop);
  const checks = await runChecks({ client, shops: await findShopHealth(pool, client.org.id) });
  const checkedAt = new Date().toISOString();
  const results = await writeRows(client, [
    {
      object: 'Worker_Status__c',
      key: STATUS_KEY,
      target: { field: 'External_Id__c', value: STATUS_KEY },
      fields: { Preflight__c: JSON.stringify({ checkedAt, checks }) },
      references: {},
    },
  ]);
  for (const result of results.values()) if (!result.written) throw result.failure;
  const bad = checks.filter(({ status }) => status === 'failed').length;
  return {
    status: 'Done',
    message: bad === 0 ? 'Nothing stands in the way.' : `${bad} things stand in the way.`,
    total: checks.length,
    completed: checks.length,
    failed: bad,
  };
};
