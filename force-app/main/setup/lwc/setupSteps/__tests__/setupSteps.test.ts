import { expect, test } from '@jest/globals';
import { stepStates } from 'c/setupSteps';
import { factsOf, jobRecord, minutesAgo, SHOP, WORKER } from '../../setupFacts/__tests__/answers';

const NOTHING = { worker: [], shops: [], orders: 0, wasChosen: false, wasSampled: false };

test('in an org that holds nothing every step is to be done', () => {
  expect(new Set(Object.values(stepStates(factsOf(NOTHING))))).toEqual(new Set(['todo']));
});

test('where all is well every step is done', () => {
  expect(new Set(Object.values(stepStates(factsOf())))).toEqual(new Set(['done']));
});

test('a worker gone silent needs attention, and so does what was live by it', () => {
  const silent = factsOf({ worker: [{ ...WORKER, Heard_At__c: minutesAgo(60) }] });
  expect(stepStates(silent)).toMatchObject({ worker: 'attention', live: 'attention' });
});

test('a shop whose webhooks are off needs attention', () => {
  const deaf = factsOf({ shops: [{ ...SHOP, Hooks_Alive__c: 0 }] });
  expect(stepStates(deaf)).toMatchObject({ shop: 'attention', live: 'attention' });
});

test('one shop that works is enough', () => {
  const shops = [{ ...SHOP, Id: 'a01000000000002', Status__c: 'Paused' }, SHOP];
  expect(stepStates(factsOf({ shops })).shop).toBe('done');
});

test('a sample that failed needs attention until one arrives', () => {
  const jobs = [jobRecord('Send Sample Event', 'Failed')];
  expect(stepStates(factsOf({ jobs, wasSampled: false })).sample).toBe('attention');
  expect(stepStates(factsOf({ jobs })).sample).toBe('done');
});

test('a sample under way is not done yet', () => {
  const jobs = [jobRecord('Send Sample Event', 'Requested')];
  expect(stepStates(factsOf({ jobs, wasSampled: false })).sample).toBe('todo');
});

test('the mapping needs attention where the worker may not write a field', () => {
  const checks = [{ check: 'field_access', status: 'failed', evidence: '', fix: '' }];
  const Preflight__c = JSON.stringify({ checkedAt: minutesAgo(1), checks });
  expect(stepStates(factsOf({ worker: [{ ...WORKER, Preflight__c }] })).mapping).toBe('attention');
});

test('without an order nothing has gone live', () => {
  expect(stepStates(factsOf({ orders: 0 })).live).toBe('todo');
});
