import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

/** An object of the package and its key, under the names it has in this org. */
function named({ packagePrefix = '' }: OrgSite, name: string): string {
  return `${packagePrefix}${name}`;
}

/** Upserts an order of the package by its external id. */
function upsertOrder(org: OrgSite, key: string, fields: object = {}) {
  const path = `sobjects/${named(org, 'Order__c')}/${named(org, 'External_Id__c')}`;
  return org.call('PATCH', `${path}/${encodeURIComponent(key)}`, fields);
}

/** What the worker does with the package's own objects, wherever it is installed. */
export const packaged: Expectation<OrgSite>[] = [
  {
    holds: 'makes an order of the package by its external id (201) and then changes it (200)',
    async check(org) {
      const made = await upsertOrder(org, org.mark);
      const { id } = made.json as { id: string };
      expect(made).toMatchObject({ status: 201, json: { success: true, created: true } });
      const changed = await upsertOrder(org, org.mark, { [named(org, 'Total__c')]: 12.5 });
      expect(changed).toMatchObject({ status: 200, json: { id, created: false } });
    },
  },
  {
    holds: 'tells external ids apart by their letters’ case',
    async check(org) {
      expect((await upsertOrder(org, `${org.mark} a`)).status).toBe(201);
      expect((await upsertOrder(org, `${org.mark} A`)).status).toBe(201);
    },
  },
  {
    holds: 'refuses a second order with an external id by DUPLICATE_VALUE, naming the first',
    async check(org) {
      const { json } = await upsertOrder(org, org.mark);
      const body = { [named(org, 'External_Id__c')]: org.mark };
      const again = await org.call('POST', `sobjects/${named(org, 'Order__c')}`, body);
      expect(again).toMatchObject({ status: 400, json: [{ errorCode: 'DUPLICATE_VALUE' }] });
      expect(again.text).toContain((json as { id: string }).id.slice(0, 15));
    },
  },
  {
    holds: 'finds the parent of a row by the parent’s external id',
    async check(org) {
      await upsertOrder(org, org.mark);
      const key = { [named(org, 'External_Id__c')]: org.mark };
      const records = ['1', '2'].map((line) => ({
        attributes: { type: named(org, 'Order_Item__c') },
        [named(org, 'External_Id__c')]: `${org.mark} ${line}`,
        [named(org, 'Order__r')]: line === '1' ? key : { ...key, ...missing(org) },
      }));
      const { json } = await org.call('POST', 'composite/sobjects', { records });
      expect(json).toMatchObject([
        { success: true },
        { success: false, errors: [{ statusCode: 'INVALID_FIELD' }] },
      ]);
    },
  },
];

const missing = (org: OrgSite): object => ({ [named(org, 'External_Id__c')]: `${org.mark} none` });
