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
import { CREATING } from '../../../../people/lwc/peoplePolicy/__tests__/policy';
import { factsOf, jobRecord, WORKER } from '../../setupFacts/__tests__/answers';

const guests = '[data-who="guest"]';

test('what the worker uses is chosen at first, and another choice goes into the job', async () => {
  const step = show(SetupMatching, { facts: factsOf(), mayChange: true });
  expect(find(step, guests).value).toBe('Lead');
  expect(find(step, '[data-who="registered"]').value).toBe('Contact');
  change(find(step, guests), 'Contact');
  await settle();
  expect(find(step, 'c-ask-job')).toMatchObject({
    type: 'Change Settings',
    input: {
      creating: {
        guest: { ...CREATING, as: 'Contact' },
        registered: { ...CREATING, as: 'Contact' },
      },
    },
  });
  await expectAccessible(step);
});

test('what holds is told, and the rest of it is a button away', () => {
  const step = show(SetupMatching, { facts: factsOf() });
  expect(textsOf(step, '[data-id="story"]')).toEqual([
    'c.People_Story_Matching c.People_Story_Across',
  ]);
  expect(find(step, '[data-id="open"]').tab).toBe('People');
});

test('a worker that has not said what it uses is not spoken for, nor asked', async () => {
  const facts = factsOf({ worker: [{ ...WORKER, Settings__c: null }] });
  const step = show(SetupMatching, { facts, mayChange: true });
  expect(textsOf(step, '[data-id="saved"]')).toEqual(['c.Setup_Matching_Not_Said']);
  expect(find(step, 'c-ask-job').mayAsk).toBe(false);
  await expectAccessible(step);
});

test('who may only read sees no choice', () => {
  const facts = factsOf({ jobs: [jobRecord('Change Settings', 'Done')] });
  const step = show(SetupMatching, { facts });
  expect(isShown(step, 'lightning-radio-group')).toBe(false);
  expect(find(step, 'c-ask-job')).toMatchObject({ mayAsk: false, job: { status: 'Done' } });
});
