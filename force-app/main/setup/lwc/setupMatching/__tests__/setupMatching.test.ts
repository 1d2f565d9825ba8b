import { expect, test } from '@jest/globals';
import SetupMatching from 'c/setupMatching';
import {
  change,
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { factsOf, jobRecord, WORKER } from '../../setupFacts/__tests__/answers';

test('what the worker uses is chosen at first, and another choice goes into the job', async () => {
  const step = show(SetupMatching, { facts: factsOf(), mayChange: true });
  expect(find(step, 'lightning-radio-group').value).toBe('Contact');
  change(find(step, 'lightning-radio-group'), 'Lead');
  await settle();
  expect(find(step, 'c-ask-job')).toMatchObject({
    type: 'Change Settings',
    input: { createPeopleAs: 'Lead' },
  });
  await expectAccessible(step);
});

test('the fixed order of the rules and the private Contacts are explained', () => {
  const step = show(SetupMatching, { facts: factsOf() });
  expect(textsOf(step, 'ol li')).toEqual([
    'c.Setup_Matching_Rule_Link',
    'c.Setup_Matching_Rule_Customer',
    'c.Setup_Matching_Rule_Email',
  ]);
  expect(textsOf(step, '.note')).toEqual(['c.Setup_Matching_Private']);
});

test('a worker that has not said what it uses is not spoken for', async () => {
  const facts = factsOf({ worker: [{ ...WORKER, Settings__c: null }] });
  const step = show(SetupMatching, { facts, mayChange: true });
  expect(textsOf(step, '[data-id="saved"]')).toEqual(['c.Setup_Matching_Not_Said']);
  await expectAccessible(step);
});

test('who may only read sees no choice', () => {
  const facts = factsOf({ jobs: [jobRecord('Change Settings', 'Done')] });
  const step = show(SetupMatching, { facts });
  expect(isShown(step, 'lightning-radio-group')).toBe(false);
  expect(find(step, 'c-ask-job')).toMatchObject({ mayAsk: false, job: { status: 'Done' } });
});
