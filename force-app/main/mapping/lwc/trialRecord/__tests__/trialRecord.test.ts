import { expect, jest, test } from '@jest/globals';
import TrialRecord from 'c/trialRecord';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { noticesOf, verdictOf } from '../trialView';
import { REFUSED, trial } from './trials';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

test('what would change is shown from before to after; what stays comes when it is wanted', async () => {
  const element = show(TrialRecord, { trial: trial() });
  expect(textsOf(element, '[data-field="Total__c"] td')).toEqual([
    ...['c.Mapping_Trial_Blank', '74.5', 'c.Mapping_Trial_Change_New'],
  ]);
  expect(isShown(element, '[data-field="Email__c"]')).toBe(false);
  const box = find(element, 'lightning-input');
  box.checked = true;
  box.dispatchEvent(new CustomEvent('change'));
  await settle();
  expect(isShown(element, '[data-field="Email__c"]')).toBe(true);
  expect(textsOf(element, '[data-id="verdict"]')).toEqual(['c.Mapping_Trial_Written']);
  await expectAccessible(element);
});

test('a record that would be refused says why, who it may be, and what else is odd', async () => {
  const element = show(TrialRecord, { trial: REFUSED });
  expect(textsOf(element, '[data-id="verdict"]')).toEqual(['c.Mapping_Trial_Refused']);
  expect(textsOf(element, '[data-id="write"] > ul li')).toEqual(['It is missing. Add it.']);
  expect(textsOf(element, '[data-id="candidates"] span')).toEqual(['Contact. Same email.']);
  expect(textsOf(element, '[data-id="notices"] li')).toEqual([
    ...['c.Mapping_Trial_Duplicate_Alert', 'Order__c.Placed_At__c: No moment.'],
    'c.Mapping_Trial_Unmapped',
  ]);
  await expectAccessible(element);
});

test('the worst that would happen to a record is its verdict', () => {
  const duplicate = (verdict: 'alert' | 'block') =>
    trial({ duplicates: [{ object: 'Lead', verdict, matches: [] }] });
  expect(verdictOf(duplicate('block'))).toBe('refused');
  expect(verdictOf(duplicate('alert'))).toBe('noticed');
  expect(verdictOf(trial())).toBe('written');
  expect(verdictOf(trial({ writes: [] }))).toBe('same');
  expect(noticesOf(trial({ note: 'Not ours.' }))).toEqual([{ key: '0', text: 'Not ours.' }]);
});
