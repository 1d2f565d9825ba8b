import { expect, test } from '@jest/globals';
import { isOpen, newestJob, readFacts } from 'c/setupFacts';
import { factsOf, jobRecord, minutesAgo, NOW, SHOP, WORKER } from './answers';

test('an org that holds nothing yet has no facts, and no error', () => {
  const facts = readFacts({}, NOW);
  expect(facts).toMatchObject({ workerUrl: '', isHeard: false, shops: [], orders: 0, checks: [] });
});

test('a worker heard of a moment ago is heard, one silent for ten minutes is not', () => {
  expect(factsOf().isHeard).toBe(true);
  expect(factsOf({ worker: [{ ...WORKER, Heard_At__c: minutesAgo(10) }] }).isHeard).toBe(false);
});

test('a shop works while it is connected and all its webhooks are on', () => {
  const works = (fields: object) => factsOf({ shops: [{ ...SHOP, ...fields }] }).shops[0]?.works;
  expect(works({})).toBe(true);
  expect(works({ Hooks_Alive__c: 8 })).toBe(false);
  expect(works({ Status__c: 'Reconnect Needed' })).toBe(false);
  expect(works({ Hooks_Alive__c: null, Hooks_Wanted__c: null })).toBe(false);
});

test('settings and checks come out of their JSON, and a broken text counts as nothing said', () => {
  expect(factsOf()).toMatchObject({
    policy: { creating: { registered: { as: 'Contact' } } },
    checkedAt: minutesAgo(2),
  });
  const broken = { ...WORKER, Settings__c: '{', Preflight__c: 'null' };
  expect(factsOf({ worker: [broken] })).toMatchObject({ policy: undefined, checks: [] });
});

test('of the jobs of a type the newest counts', () => {
  const jobs = [
    jobRecord('Load History', 'Requested'),
    jobRecord('Load History', 'Done'),
    jobRecord('Check Setup', 'Failed'),
  ];
  const facts = factsOf({ jobs });
  expect(newestJob(facts, 'Load History')?.status).toBe('Requested');
  expect(isOpen(newestJob(facts, 'Load History'))).toBe(true);
  expect(isOpen(newestJob(facts, 'Check Setup'))).toBe(false);
  expect(isOpen(newestJob(facts, 'Dry Run'))).toBe(false);
});
