import { describe } from 'vitest';
import { contractCredentials } from '../../../scripts/lib/environment.ts';
import { startBigCommerce } from '../../stand-ins/bigcommerce/start.ts';
import { customers } from './bigcommerce/customers.ts';
import { entrance } from './bigcommerce/entrance.ts';
import { hooks } from './bigcommerce/hooks.ts';
import { lookups } from './bigcommerce/lookups.ts';
import { mail } from './bigcommerce/mail.ts';
import { openStoreSite, type StoreSite } from './bigcommerce/store-site.ts';
import { expectAll } from './expectation.ts';

const ALL = [...entrance, ...customers, ...mail, ...lookups, ...hooks];

async function openLocal(): Promise<StoreSite> {
  const store = await startBigCommerce();
  const { apiUrl, accessToken: token } = store;
  return openStoreSite({ apiUrl, token }, () => store.close());
}

describe('the local store', () => {
  expectAll(openLocal, ALL);
});

const real = contractCredentials('BIGCOMMERCE', ['API_URL', 'TOKEN']);

// Which store is asked is known by its credentials alone: without them there is none.
if (real) {
  describe(`the real store ${real.API_URL}`, { timeout: 60_000 }, () => {
    const site = { apiUrl: real.API_URL.replace(/\/$/, ''), token: real.TOKEN };
    expectAll(() => Promise.resolve(openStoreSite(site, () => Promise.resolve())), ALL);
  });
}
