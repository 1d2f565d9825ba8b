import { expect, test } from '@jest/globals';
import { NO_ORG, readOrg } from 'c/peopleOrg';

const field = (apiName: string, dataType = 'String') => ({ apiName, label: apiName, dataType });
const object = (apiName: string, fields: { apiName: string }[], recordTypeInfos = {}) => ({
  statusCode: 200,
  result: {
    ...{ apiName, recordTypeInfos, defaultRecordTypeId: `of${apiName}` },
    fields: Object.fromEntries(fields.map((one) => [one.apiName, one])),
  },
});

test('fields that both have, record types to choose and person accounts are found', () => {
  const types = {
    m: { name: 'Master', recordTypeId: 'm', master: true, available: true },
    a: { name: 'Shop', recordTypeId: 'a', master: false, available: true },
    b: { name: 'Closed', recordTypeId: 'b', master: false, available: false },
  };
  const shared = [field('Number__c'), field('Name'), field('Kind__c', 'Picklist')];
  const org = readOrg([
    object('Lead', [...shared, field('Only_Lead__c'), field('LeadSource', 'Picklist')], types),
    object('Contact', shared),
    object('Account', [field('IsPersonAccount', 'Boolean')]),
  ] as Parameters<typeof readOrg>[0]);
  expect(org.sharedFields.map(({ value }) => value)).toEqual(['Number__c']);
  expect(org.recordTypes.Lead).toEqual([{ label: 'Shop', value: 'a' }]);
  expect(org.hasPersonAccounts).toBe(true);
  expect(org.leadRecordTypeId).toBe('ofLead');
  const unseen = [object('Lead', shared)] as Parameters<typeof readOrg>[0];
  expect(readOrg(unseen).leadRecordTypeId).toBeUndefined();
});

test('an object that is not seen offers nothing', () => {
  const denied = { ...object('Lead', [field('Number__c')]), statusCode: 403 };
  expect(readOrg([denied] as Parameters<typeof readOrg>[0])).toEqual(NO_ORG);
});
