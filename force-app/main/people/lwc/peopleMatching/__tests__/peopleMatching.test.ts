import { expect, test } from '@jest/globals';
import PeopleMatching from 'c/peopleMatching';
import {
  change,
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { POLICY } from '../../peoplePolicy/__tests__/policy';

function matching(more: object = {}) {
  const element = show(PeopleMatching, { held: POLICY, draft: POLICY, ...more });
  const heard: unknown[] = [];
  element.addEventListener('edit', (event) => heard.push((event as CustomEvent).detail));
  return { element, heard };
}

test('order, preference and shops are each told with the whole part', async () => {
  const { element, heard } = matching();
  const keys = ['email'];
  find(element, 'c-people-keys').dispatchEvent(new CustomEvent('reorder', { detail: { keys } }));
  change(find(element, 'lightning-radio-group'), 'Lead');
  const across = find(element, '[data-id="across"]');
  across.dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
  expect(heard).toEqual([
    { part: 'matching', value: { ...POLICY.matching, keys } },
    { part: 'matching', value: { ...POLICY.matching, prefer: 'Lead' } },
    { part: 'matching', value: { ...POLICY.matching, emailAcrossShops: false } },
  ]);
  await expectAccessible(element);
});

test('a customer number needs its field, and a fault stands there', () => {
  expect(isShown(matching().element, 'c-mapping-lookup')).toBe(false);
  const keys = ['customerNumber'];
  const draft = { ...POLICY, matching: { ...POLICY.matching, keys } };
  const faults = { 'matching.customerNumberField': 'Choose one.' };
  const { element, heard } = matching({ draft, faults });
  expect(textsOf(element, '[data-id="field-fault"]')).toEqual(['Choose one.']);
  const field = find(element, 'c-mapping-lookup');
  field.dispatchEvent(new CustomEvent('choose', { detail: { value: 'Number__c' } }));
  expect(heard).toMatchObject([{ value: { keys, customerNumberField: 'Number__c' } }]);
});

test('the optional permission set is explained, and no button leads to it once it works', () => {
  const { element } = matching();
  expect(textsOf(element, '[data-id="follower"] p')).toEqual(['c.People_Matching_Follower_Off']);
  expect(isShown(element, 'c-tab-button')).toBe(true);
  const { element: told } = matching({ isTold: true });
  expect(textsOf(told, '[data-id="follower"] p')).toEqual(['c.People_Matching_Follower_On']);
  expect(isShown(told, 'c-tab-button')).toBe(false);
});
