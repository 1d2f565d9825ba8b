import { expect, test } from '@jest/globals';
import PeopleSection from 'c/peopleSection';
import {
  expectAccessible,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { CREATING, POLICY } from '../../peoplePolicy/__tests__/policy';

const GIVEN = { topic: 'creating', heading: 'New people', iconName: 'utility:adduser' };

test('what holds is told by one example for each case', async () => {
  const section = show(PeopleSection, { ...GIVEN, held: POLICY, draft: POLICY });
  expect(isShown(section, '[data-id="changed"]')).toBe(false);
  expect(textsOf(section, '.line')).toEqual(['c.People_Story_Guest', 'c.People_Story_Registered']);
  await expectAccessible(section);
});

test('a change is marked, and told beside what holds', async () => {
  const guest = { ...CREATING, as: 'Nobody' };
  const draft = { ...POLICY, creating: { ...POLICY.creating, guest } };
  const section = show(PeopleSection, { ...GIVEN, held: POLICY, draft });
  expect(isShown(section, '[data-id="changed"]')).toBe(true);
  expect(textsOf(section, '[data-id="then"] .line')).toEqual([
    'c.People_Story_Guest_Nobody',
    'c.People_Story_Registered',
  ]);
  await expectAccessible(section);
});

test('a change that alters nothing for the example is marked alone', () => {
  const guest = { ...CREATING, leadSource: 'Web' };
  const draft = { ...POLICY, creating: { ...POLICY.creating, guest } };
  const section = show(PeopleSection, { ...GIVEN, held: POLICY, draft });
  expect(isShown(section, '[data-id="changed"]')).toBe(true);
  expect(isShown(section, '[data-id="then"]')).toBe(false);
});
