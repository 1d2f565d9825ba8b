import express from 'express';
import { createApp } from './accept/app.ts';
import { createShopBook } from './accept/shop-book.ts';
import { createInbox } from './buffer/inbox.ts';
import { createPages } from './pages/pages.ts';
import { platforms } from './platforms/index.ts';
import { createPool } from './shared/database/pool.ts';
import { startQueue } from './shared/database/queue.ts';
import { createLog } from './shared/log.ts';
import { onStop } from './shared/on-stop.ts';
import { createVault } from './shared/secrets.ts';
import { readSettings } from './shared/settings.ts';

/**
 * The web process: proves, stores and answers webhooks, and shows the pages on which orgs and shops
 * are connected. Any number of these run beside each other.
 */
const settings = readSettings();
const log = createLog('web', settings.logLevel);
const pool = createPool(settings.databaseUrl, 4, 'web');
const boss = await startQueue(pool, false);
const vault = createVault(settings.keys);

const app = express();
app.disable('x-powered-by');
app.get('/', (_, response) => response.redirect('/connect'));
app.use('/connect', createPages({ pool, vault, platforms, settings, log }));
app.use(
  createApp({
    platforms,
    shopBook: createShopBook(pool, vault),
    store: createInbox(pool, boss),
    checkDatabase: () => pool.query('select 1'),
    log,
  }),
);
const server = app.listen(settings.port, () => log.info({ port: settings.port }, 'web.listening'));

onStop(async () => {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  await boss.stop({ graceful: false });
  await pool.end();
  log.info('web.stopped');
});
