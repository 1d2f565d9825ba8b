import { describe } from 'vitest';
import { contractCredentials } from '../../../scripts/lib/environment.ts';
import { ADMIN_TOKEN, startOrg } from '../stand-ins/salesforce/kit.ts';
import { expectAll } from './expectation.ts';
import { bulk } from './salesforce/bulk.ts';
import { collections } from './salesforce/collections.ts';
import { composites } from './salesforce/composites.ts';
import { describes } from './salesforce/describes.ts';
import { entrance } from './salesforce/entrance.ts';
import { openOrgSite, type OrgSite } from './salesforce/org-site.ts';
import { packaged } from './salesforce/packaged.ts';
import { queries } from './salesforce/queries.ts';
import { records } from './salesforce/records.ts';
import { screens } from './salesforce/screens.ts';
import { upserts } from './salesforce/upserts.ts';

const ALL = [
  ...[...entrance, ...describes, ...queries, ...records],
  ...[...upserts, ...collections, ...composites, ...bulk, ...screens],
];

async function openLocal(): Promise<OrgSite> {
  const org = await startOrg();
  const login = { url: org.url, token: ADMIN_TOKEN, packagePrefix: '' };
  return openOrgSite(login, () => org.close());
}

describe('the local org', () => {
  expectAll(openLocal, [...ALL, ...packaged]);
});

const real = contractCredentials('SALESFORCE', ['URL', 'TOKEN']);

// Which system is asked is known by its credentials alone: without them there is nothing to ask.
if (real) {
  describe(`the real org ${real.URL}`, { timeout: 180_000 }, () => {
    const packagePrefix = contractCredentials('SALESFORCE', ['PACKAGE_PREFIX'])?.PACKAGE_PREFIX;
    const login = { url: real.URL.replace(/\/$/, ''), token: real.TOKEN, packagePrefix };
    const expectations = packagePrefix === undefined ? ALL : [...ALL, ...packaged];
    expectAll(() => Promise.resolve(openOrgSite(login, () => Promise.resolve())), expectations);
  });
}
