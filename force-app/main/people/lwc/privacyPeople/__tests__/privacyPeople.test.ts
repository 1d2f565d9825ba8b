import { expect, jest, test } from '@jest/globals';
import PrivacyPeople from 'c/privacyPeople';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
} from '../../../../shared/lwc/query/__tests__/kit';
import { PERSON } from '../../privacyData/__tests__/answers';

const people = [PERSON, { ...PERSON, id: 'p2', recordId: null, registered: false }];

test('people are told by name, key, kind and counts, and only those chosen are named', async () => {
  const element = show(PrivacyPeople, { people, names: { '003A': 'Ada Keller' } });
  const chosen = jest.fn();
  element.addEventListener('people', (event) => chosen((event as CustomEvent).detail));
  const group = find(element, 'lightning-checkbox-group');
  const labels = (group.options as { label: string }[]).map(({ label }) => label);
  expect(labels[0]).toContain('Ada Keller · shop-1:customer:11 · c.Privacy_Registered');
  expect(labels[1]).toContain('c.Privacy_Unnamed');
  group.dispatchEvent(new CustomEvent('change', { detail: { value: ['p2'] } }));
  find(element, '[data-id="go-on"]').click();
  expect(chosen).toHaveBeenCalledWith(['p2']);
  await expectAccessible(element);
});

test('nobody chosen is told', async () => {
  const element = show(PrivacyPeople, { people });
  find(element, '[data-id="go-on"]').click();
  await settle();
  expect(isShown(element, '[data-id="missing"]')).toBe(true);
  await expectAccessible(element);
});
