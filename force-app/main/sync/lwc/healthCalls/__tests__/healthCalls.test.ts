import { expect, test } from '@jest/globals';
import HealthCalls from 'c/healthCalls';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const CALLS = { used: 45_000, max: 100_000, own: 900, forecast: 50_000 };

test('the share of the allotment is a bar and a text', async () => {
  const calls = show(HealthCalls, { calls: CALLS });
  expect(find(calls, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('45');
  expect(textsOf(calls, '[data-id="judgement"]')).toEqual(['c.Health_Calls_Fine']);
  await expectAccessible(calls);
});

test('a forecast near the allotment is told to be tight', () => {
  const calls = show(HealthCalls, { calls: { ...CALLS, forecast: 81_000 } });
  expect(textsOf(calls, '[data-id="judgement"]')).toEqual(['c.Health_Calls_Tight']);
});

test('numbers that Salesforce has not told are not made up', async () => {
  const calls = show(HealthCalls, { calls: { used: null, max: null, own: 0, forecast: null } });
  expect(isShown(calls, '[role="progressbar"]')).toBe(false);
  expect(textsOf(calls, 'p')).toEqual(['c.Health_Calls_Unknown']);
  await expectAccessible(calls);
});
