import { expect, jest, test } from '@jest/globals';
import SetupStep from 'c/setupStep';
import { expectAccessible, find, show, textsOf } from '../../../../shared/lwc/query/__tests__/kit';

const STEP = {
  name: 'shop',
  number: 2,
  heading: 'Connect the shop',
  description: 'Do.',
  minutes: 2,
};

test.each([
  ['done', 'c.Setup_State_Done', 'utility:success'],
  ['todo', 'c.Setup_State_To_Do', 'utility:record'],
  ['attention', 'c.Setup_State_Attention', 'utility:warning'],
])('the state %s is a text and an icon', async (state, text, icon) => {
  const step = show(SetupStep, { ...STEP, state });
  expect(textsOf(step, '[data-id="state"]')).toEqual([text]);
  expect(find(step, '[data-id="state"] lightning-icon').iconName).toBe(icon);
  await expectAccessible(step);
});

test('its heading says whether it is open, and asks to open or close it', async () => {
  const step = show(SetupStep, { ...STEP, expanded: true });
  const toggled = jest.fn();
  step.addEventListener('steptoggle', (event) => toggled((event as CustomEvent).detail));
  const button = find(step, 'h2 button');
  expect(button.getAttribute('aria-expanded')).toBe('true');
  button.click();
  expect(toggled).toHaveBeenCalledWith({ name: 'shop' });
  await expectAccessible(step);
});

test('a closed step keeps what it holds, out of sight', () => {
  const step = show(SetupStep, STEP);
  expect(find(step, 'h2 button').getAttribute('aria-expanded')).toBe('false');
  expect(find(step, '[role="group"]').classList).toContain('slds-hide');
  expect(find(step, 'slot')).toBeTruthy();
});
