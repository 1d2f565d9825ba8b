import { describe } from 'vitest';
import { contractCredentials } from '../../../scripts/lib/environment.ts';
import { startEngagement } from '../../stand-ins/engagement/start.ts';
import { ADMIN_TOKEN, startOrg } from '../stand-ins/salesforce/kit.ts';
import { entrance } from './engagement/entrance.ts';
import { objects } from './engagement/objects.ts';
import { openUnitSite, type UnitSite } from './engagement/unit-site.ts';
import { expectAll } from './expectation.ts';

const ALL = [...entrance, ...objects];

async function openLocal(): Promise<UnitSite> {
  const org = await startOrg();
  const salesforce = { instanceUrl: org.url, accessToken: ADMIN_TOKEN };
  const unit = await startEngagement({ salesforce });
  const { url, businessUnitId } = unit;
  return openUnitSite({ url, businessUnitId, token: ADMIN_TOKEN }, async () => {
    await unit.close();
    await org.close();
  });
}

describe('the local business unit', () => {
  expectAll(openLocal, ALL);
});

const real = contractCredentials('ENGAGEMENT', ['URL', 'TOKEN', 'BUSINESS_UNIT_ID']);

// Which business unit is asked is known by its credentials alone: without them there is none.
if (real) {
  describe(`the real business unit ${real.BUSINESS_UNIT_ID}`, { timeout: 240_000 }, () => {
    const url = real.URL.replace(/\/$/, '');
    const login = { url, token: real.TOKEN, businessUnitId: real.BUSINESS_UNIT_ID };
    expectAll(() => Promise.resolve(openUnitSite(login, () => Promise.resolve())), ALL);
  });
}
