import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import express from 'express';
import { afterEach } from 'vitest';
import { createPages } from '../../src/pages/pages.ts';
import { platforms } from '../../src/platforms/index.ts';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import { createLog } from '../../src/shared/log.ts';
import { createVault, type Vault } from '../../src/shared/secrets.ts';
import { startBigCommerce, type LocalStore } from '../../stand-ins/bigcommerce/start.ts';
import type { App } from '../../stand-ins/salesforce/oauth/apps.ts';
import {
  startSalesforce,
  type LocalOrg,
  type LocalOrgOptions,
} from '../../stand-ins/salesforce/start.ts';
import { createDatabase } from '../kit/database.ts';
import { logIn, type LogInOptions } from '../kit/log-in.ts';
import { browse, type Answer, type Browse } from './browse.ts';

export const CLIENT_ID = 'pages-app';
export const ADMIN = 'local-admin';

export interface PagesOptions {
  org?: LocalOrgOptions;
  app?: Partial<App>;
  /** False: the operator has not set up the sign-in. */
  configured?: boolean;
  /** The local store's when absent. */
  bigcommerceUrl?: string;
  /** What the operator set; where the pages listen when absent. */
  workerUrl?: string;
}

export interface UsedPages {
  url: string;
  org: LocalOrg;
  store: LocalStore;
  pool: Pool;
  vault: Vault;
  /** Every line of the log, as it was written. */
  log: () => string;
  browser: () => Browse;
  /** Signs in to Salesforce, and answers the page after it. */
  signIn: (browser: Browse, options?: LogInOptions & { query?: string }) => Promise<Answer>;
}

/** The pages as the web process serves them, in front of a local org and a local store. */
export function usePages(): (options?: PagesOptions) => Promise<UsedPages> {
  const endings: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });

  return async ({ configured = true, app, ...options } = {}) => {
    const database = await createDatabase();
    endings.push(() => database.drop());
    const pool = createPool(database.url, 4, 'test');
    endings.push(() => pool.end());
    const web = express();
    const server = web.listen(0, '127.0.0.1');
    await once(server, 'listening');
    endings.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const redirectUris = [`${url}/connect/salesforce/callback`];
    const org = await startSalesforce({
      apps: [{ clientId: CLIENT_ID, redirectUris, ...app }],
      adminToken: ADMIN,
      ...options.org,
    });
    endings.push(() => org.close());
    const store = await startBigCommerce({ quota: 10_000 });
    endings.push(() => store.close());

    const key = randomBytes(32);
    const vault = createVault([{ kid: 'k1', key }]);
    let written = '';
    const lines = new Writable({
      write(line: Buffer, _, done) {
        written += line.toString();
        done();
      },
    });
    const settings = {
      keys: [{ kid: 'k1', key }],
      workerUrl: options.workerUrl ?? url,
      salesforce: {
        clientId: configured ? CLIENT_ID : undefined,
        clientSecret: app?.clientSecret,
        loginUrl: org.url,
        lightningUrl: undefined,
        pubSubEndpoint: undefined,
      },
      bigcommerceUrl: options.bigcommerceUrl ?? store.url,
    };
    const log = createLog('test', 'info', lines);
    web.use('/connect', createPages({ pool, vault, platforms, settings, log }));

    return {
      ...{ url, org, store, pool, vault },
      log: () => written,
      browser: () => browse(url),
      async signIn(browser, { query = '', ...who } = {}) {
        const { away } = await browser.get(`/connect/salesforce${query}`);
        if (!away) throw new Error('The sign-in did not lead to Salesforce.');
        return browser.get(await logIn(away.href, { user: 'worker@', ...who }));
      },
    };
  };
}
