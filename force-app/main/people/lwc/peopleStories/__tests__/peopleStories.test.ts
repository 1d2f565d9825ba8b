import { expect, test } from '@jest/globals';
import { stories } from 'c/peopleStories';
import { CREATING, POLICY } from '../../peoplePolicy/__tests__/policy';

const ID = '701000000000001AAA';

test('each kind of new shopper has a sentence of what becomes of them', () => {
  expect(stories.creating(POLICY)).toEqual(['c.People_Story_Guest', 'c.People_Story_Registered']);
  const guest = { ...CREATING, as: 'Nobody' as const, campaignId: ID };
  const registered = { ...CREATING, assignmentRules: true, campaignId: ID };
  expect(stories.creating({ ...POLICY, creating: { guest, registered } })).toEqual([
    'c.People_Story_Guest_Nobody',
    'c.People_Story_Registered c.People_Story_Assigned c.People_Story_Joins',
  ]);
});

test('other shops are spoken of only where the address is asked', () => {
  const { matching } = POLICY;
  const told = (change: object) =>
    stories.matching({ ...POLICY, matching: { ...matching, ...change } });
  expect(told({})).toEqual(['c.People_Story_Matching c.People_Story_Across']);
  expect(told({ emailAcrossShops: false })).toEqual([
    'c.People_Story_Matching c.People_Story_Within',
  ]);
  expect(told({ keys: ['externalId'] })).toEqual(['c.People_Story_Matching']);
});

test('an account is made, looked for, both or neither', () => {
  const told = (keys: 'domain'[], create: boolean) =>
    stories.companies({ ...POLICY, companies: { keys, create, publicDomains: [] } })[0];
  expect(told(['domain'], true)).toBe('c.People_Story_Companies_Made');
  expect(told(['domain'], false)).toBe('c.People_Story_Companies_Unmade');
  expect(told([], true)).toBe('c.People_Story_Companies_None_Made');
  expect(told([], false)).toBe('c.People_Story_Companies_None');
});
