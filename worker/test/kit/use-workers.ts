import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { PgBoss } from 'pg-boss';
import { afterEach, expect } from 'vitest';
import { createApp } from '../../src/accept/app.ts';
import { createShopBook } from '../../src/accept/shop-book.ts';
import { createInbox } from '../../src/buffer/inbox.ts';
import { startWorkLoop } from '../../src/buffer/work-loop.ts';
import { compose } from '../../src/compose/compose.ts';
import { createShopOpener, type OpenShop } from '../../src/compose/shops/open-shops.ts';
import { saveOrg } from '../../src/connect-org.ts';
import { createOrgOpener } from '../../src/deliver/salesforce/open-orgs.ts';
import type { Platforms } from '../../src/platforms/platform.ts';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import { startQueue } from '../../src/shared/database/queue.ts';
import type { OrgId, ShopId } from '../../src/shared/ids.ts';
import { createLog } from '../../src/shared/log.ts';
import { createVault, type Vault } from '../../src/shared/secrets.ts';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { createDatabase } from './database.ts';
import { waitFor } from './wait-for.ts';

export const ORG = 'org-1' as OrgId;

const APP = {
  ...{ clientId: 'worker-app', clientSecret: 'worker-app-secret' },
  username: 'worker@local-org.example',
};

/** A worker inside the test's own process, with a connected org and no shop yet. */
export interface UsedWorker {
  org: LocalOrg;
  pool: Pool;
  boss: PgBoss;
  vault: Vault;
  openShop: (id: ShopId) => Promise<OpenShop>;
  /** Where it takes webhooks. */
  url: string;
  /** Until every event is worked off; none may have been put aside. */
  allDone: () => Promise<void>;
}

/** From the webhook to the org, with whatever platforms a test hands in; ended after each test. */
export function useWorkers(): (platforms: Platforms) => Promise<UsedWorker> {
  const endings: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });

  return async (platforms) => {
    const database = await createDatabase();
    endings.push(() => database.drop());
    const pool = createPool(database.url, 8, 'test');
    endings.push(() => pool.end());
    const boss = await startQueue(pool, false);
    endings.push(() => boss.stop({ graceful: false }));
    const org = await startSalesforce({ apps: [APP] });
    endings.push(() => org.close());
    const vault = createVault([{ kid: 'k1', key: randomBytes(32) }]);
    const { clientId, clientSecret } = APP;
    await saveOrg(pool, vault, {
      ...{ id: ORG, name: 'First org', loginUrl: org.url, namespace: '' },
      ...{ pubSubEndpoint: 'localhost:1' },
      credentials: { flow: 'client_credentials', clientId, clientSecret },
    });

    const log = createLog('test', 'silent');
    const openShop = createShopOpener(pool, vault, platforms);
    const composing = { pool, openShop, salesforceOf: createOrgOpener(pool, vault) };
    const loop = startWorkLoop(
      { pool, boss, log, compose: (orgId, tasks) => compose(composing, orgId, tasks) },
      database.url,
    );
    endings.push(() => loop.stop());
    const app = createApp({
      ...{ platforms, log, store: createInbox(pool, boss) },
      shopBook: createShopBook(pool, vault),
      checkDatabase: () => pool.query('select 1'),
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    endings.push(() => {
      server.closeAllConnections();
      server.close();
    });

    const inState = async (state: string): Promise<unknown[]> => {
      const text = 'select reason from cartbridge.event where state = $1';
      return (await pool.query<{ reason: unknown }>(text, [state])).rows;
    };
    return {
      ...{ org, pool, boss, vault, openShop },
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      async allDone() {
        await waitFor(async () => (await inState('waiting')).length === 0, {
          what: 'all events to be worked off',
        });
        expect(await inState('parked'), 'events were put aside').toEqual([]);
      },
    };
  };
}
