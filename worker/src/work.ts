import { startWorkLoop } from './buffer/work-loop.ts';
import { compose } from './compose/compose.ts';
import { createShopOpener } from './compose/shops/open-shops.ts';
import { startControl } from './control/start-control.ts';
import { createOrgOpener } from './deliver/salesforce/open-orgs.ts';
import { platforms } from './platforms/index.ts';
import { createPool } from './shared/database/pool.ts';
import { startQueue } from './shared/database/queue.ts';
import { createLog } from './shared/log.ts';
import { onStop } from './shared/on-stop.ts';
import { createVault } from './shared/secrets.ts';
import { readSettings } from './shared/settings.ts';

/**
 * The work process: buffer → compose → deliver, and control beside them. Any number of these run
 * beside each other.
 */
const settings = readSettings();
const log = createLog('work', settings.logLevel);
const vault = createVault(settings.keys);
// A batch holds two connections while it works, one with the records' locks, one with the people's.
const pool = createPool(settings.databaseUrl, 12, 'work');
const boss = await startQueue(pool, true);

const composing = {
  pool,
  openShop: createShopOpener(pool, vault, platforms),
  salesforceOf: createOrgOpener(pool, vault),
};
const loop = startWorkLoop(
  { pool, boss, log, compose: (org, tasks) => compose(composing, org, tasks) },
  settings.databaseUrl,
);
const control = startControl({
  ...{ ...composing, boss, vault, platforms, log },
  ...(settings.inference && { inference: settings.inference }),
});
log.info('work.started');

onStop(async () => {
  await Promise.all([loop.stop(), control.stop()]);
  await boss.stop({ graceful: false });
  await pool.end();
  log.info('work.stopped');
});
