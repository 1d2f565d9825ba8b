import { expect, test } from '@jest/globals';
import {
  becoming,
  domainsOf,
  faultAt,
  faultsOf,
  isTold,
  readPolicy,
  realEdits,
} from 'c/peoplePolicy';
import { CREATING, POLICY, settingsText } from './policy';

test('what the worker says is taken as a whole, or not at all', () => {
  expect(readPolicy(settingsText())).toMatchObject({ ...POLICY });
  expect(readPolicy('{"createPeopleAs":"Lead"}')).toBeUndefined();
  expect(readPolicy('no JSON')).toBeUndefined();
  expect(isTold(settingsText('stream'))).toBe(true);
  expect(isTold(settingsText())).toBe(false);
});

test('a part that says the same in another order of members is no change, another order of keys is one', () => {
  const { keys, ...rest } = POLICY.matching;
  expect(realEdits(POLICY, { matching: { ...rest, keys } })).toEqual({});
  const matching = { ...rest, keys: keys.toReversed() };
  expect(realEdits(POLICY, { matching, companies: POLICY.companies })).toEqual({ matching });
});

test('who becomes something else loses what only fits the former', () => {
  const lead = {
    ...CREATING,
    ...{ recordTypeId: '012000000000001AAA', ownerId: '00G000000000001AAA', leadSource: 'Web' },
  };
  expect(becoming(lead, 'Contact')).toEqual({ ...CREATING, as: 'Contact', leadSource: 'Web' });
  const owned = { ...CREATING, ownerId: '005000000000001AAA' };
  expect(becoming(owned, 'Contact').ownerId).toBe('005000000000001AAA');
  expect(becoming({ ...CREATING, assignmentRules: true }, 'Nobody').assignmentRules).toBe(false);
  expect(becoming(lead, 'Lead')).toBe(lead);
});

test('domains are read from lines, addresses and links, each once', () => {
  expect(domainsOf('Example.com\n ada@mail.example, https://shop.example/x\nexample.com')).toEqual([
    'example.com',
    'mail.example',
    'shop.example',
  ]);
});

test('a key without its field and a domain that is none are faults of their settings', () => {
  const { matching, companies } = POLICY;
  const keys = [...matching.keys, 'customerNumber' as const];
  const faults = faultsOf({
    ...POLICY,
    matching: { ...matching, keys },
    companies: { ...companies, publicDomains: ['example.com', 'example'] },
  });
  expect(faultAt(faults, 'matching.customerNumberField')).toBe('c.People_Matching_Field_Missing');
  expect(faultAt(faults, 'companies.publicDomains')).toBe('c.People_Companies_Domains_Wrong');
  expect(faultsOf(POLICY)).toEqual({});
  const many = Array.from({ length: 501 }, (_, at) => `d${at}.example`);
  const tooMany = faultsOf({ ...POLICY, companies: { ...companies, publicDomains: many } });
  expect(tooMany['companies.publicDomains']).toBe('c.People_Companies_Domains_Many');
});
