import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { create, startOrg } from './kit.ts';
import { uiAs } from './ui-kit.ts';

let org: LocalOrg;
const admin = uiAs(() => org);

beforeAll(async () => {
  org = await startOrg({ namespace: 'cb' });
});
afterAll(() => org.close());

it('where the package is installed, its lists, layouts and apps carry its namespace', async () => {
  const shop = await create(org, 'cb__Shop__c', { Name: 'Surf', cb__Shop_Key__c: 'surf' });
  await create(org, 'cb__Order__c', { Name: '1', cb__External_Id__c: '1', cb__Shop__c: shop });
  const list = await admin('GET', 'list-ui/cb__Order__c/cb__All');
  expect(list.json.info.displayColumns[1]).toMatchObject({
    fieldApiName: 'cb__Shop__r.Name',
    lookupId: 'cb__Shop__c',
  });
  expect(list.json.records).toMatchObject({ count: 1 });
  const compact = await admin('GET', 'layout/cb__Order__c?layoutType=Compact');
  expect(compact.json.sections[0]?.layoutRows[1]).toMatchObject({
    layoutItems: [{ layoutComponents: [{ apiName: 'cb__Status__c' }] }],
  });
  const related = await admin('GET', 'related-list-info/cb__Shop__c');
  expect(related.json).toMatchObject({
    relatedLists: expect.arrayContaining([
      expect.objectContaining({ relatedListId: 'cb__Orders__r' }),
    ]) as unknown,
  });
  const orders = await admin('GET', `related-list-records/${shop}/cb__Orders__r`);
  expect(orders.json.records).toHaveLength(1);
  const { json } = await admin('GET', 'apps');
  expect(json.apps).toMatchObject([{ developerName: 'cb__Cartbridge' }]);
  const tabs = json.apps[0]?.navItems.map(({ developerName }) => developerName);
  expect(tabs).toContain('cb__Order__c');
});
