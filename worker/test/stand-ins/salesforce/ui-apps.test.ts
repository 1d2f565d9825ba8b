import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { startOrg } from './kit.ts';
import { deployTo, document } from './metadata-kit.ts';
import { tokenOf, uiAs } from './ui-kit.ts';

/** The tabs of the package's app, as its source lists them. */
const APP = 'force-app/main/access/applications/Cartbridge.app-meta.xml';
const TABS = [...readFileSync(APP, 'utf8').matchAll(/<tabs>(.+)<\/tabs>/g)].map(([, tab]) => tab);

let org: LocalOrg;
const admin = uiAs(() => org);

beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

describe('an app', () => {
  it('has the tabs of its metadata, each with the page behind it', async () => {
    const { status, json } = await admin('GET', 'apps?formFactor=Large');
    expect(status).toBe(200);
    expect(json.apps).toMatchObject([
      {
        developerName: 'Cartbridge',
        label: 'Cartbridge',
        formFactors: ['Small', 'Large'],
        headerColor: '#0070D2',
        selected: true,
        uiType: 'Lightning',
      },
    ]);
    const [app] = json.apps;
    expect(app?.navItems.map(({ developerName }) => developerName)).toEqual(TABS);
    const orders = app?.navItems.find(({ developerName }) => developerName === 'Order__c');
    expect(orders).toMatchObject({
      label: 'Shop Orders',
      itemType: 'Entity',
      objectApiName: 'Order__c',
      iconUrl: `${org.url}/img/icon/t4v35/custom/custom18_120.png`,
      pageReference: {
        type: 'standard__objectPage',
        attributes: { objectApiName: 'Order__c', actionName: 'home' },
      },
    });
    const byId = await admin('GET', `apps/${app?.appId ?? ''}`);
    expect(byId.json).toMatchObject({ developerName: 'Cartbridge' });
    expect((await admin('GET', 'apps/selected')).json).toMatchObject({ appId: app?.appId });
  });

  it('shows a user the tabs of the permission sets and of what may be read', async () => {
    const token = await tokenOf(org, ['Cartbridge_Reader']);
    const reader = uiAs(
      () => org,
      () => token,
    );
    const { json } = await reader('GET', 'apps');
    const labels = json.apps[0]?.navItems.map(({ label }) => label);
    expect(labels).toContain('Shop Orders');
    expect(labels).not.toContain('Leads');
    const stranger = await tokenOf(org, []);
    const outside = uiAs(
      () => org,
      () => stranger,
    );
    expect((await outside('GET', 'apps')).json.apps).toEqual([]);
    expect((await outside('GET', 'nav-items')).json.navItems).toEqual([]);
  });

  it('that is deployed is there at once', async () => {
    const app = document(
      'CustomApplication',
      '<formFactors>Large</formFactors><label>Boats</label><navType>Standard</navType>' +
        '<tabs>Shop__c</tabs><uiType>Lightning</uiType>',
    );
    const file = { 'applications/Boats.app': app };
    await deployTo(org, { CustomApplication: ['Boats'] }, file);
    const names = async (formFactor: string) => {
      const { json } = await admin('GET', `apps?formFactor=${formFactor}`);
      return json.apps.map(({ navItems }) => navItems.length);
    };
    expect(await names('Large')).toEqual([1, TABS.length]);
    expect(await names('Small')).toEqual([TABS.length]);
  });

  it('of another kind of screen, or of no such id, is refused', async () => {
    const wrong = await admin('GET', 'apps?formFactor=Huge');
    expect(wrong.json[0]?.errorCode).toBe('ILLEGAL_QUERY_PARAMETER_VALUE');
    expect((await admin('GET', 'apps/06mCb0000000000AAA')).status).toBe(404);
  });
});

it('all tabs are listed page by page', async () => {
  const all = (await admin('GET', 'nav-items?pageSize=100')).json.navItems;
  expect(all.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Shops', 'Contacts', 'Leads', 'Accounts']),
  );
  const { json } = await admin('GET', 'nav-items?pageSize=3&page=1');
  expect(json.navItems).toEqual(all.slice(3, 6));
  const one = await admin('GET', 'nav-items?navItemNames=Shop__c');
  expect(one.json.navItems).toMatchObject([{ developerName: 'Shop__c', label: 'Shops' }]);
});
