import { beforeEach, expect, jest, test } from '@jest/globals';
import PrivacyAsk from 'c/privacyAsk';
import { expectAccessible, find, show } from '../../../../shared/lwc/query/__tests__/kit';

const asked = jest.fn();
const validity = jest.fn();

function form(properties: object = {}): HTMLElement {
  const element = show(PrivacyAsk, properties);
  const input = find(element, 'lightning-input');
  Object.assign(input, { setCustomValidity: validity, reportValidity: () => true });
  element.addEventListener('who', (event) => asked((event as CustomEvent).detail));
  return element;
}

beforeEach(() => {
  asked.mockClear();
});

test('an address that is typed is asked for, by the button and by Enter', async () => {
  const element = form();
  const input = find(element, 'lightning-input');
  input.value = ' anna@example.com';
  find(element, '[data-id="find"]').click();
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  const detail = { who: { email: 'anna@example.com' }, typed: 'anna@example.com' };
  expect(asked.mock.calls).toEqual([[detail], [detail]]);
  await expectAccessible(element);
});

test('what names nobody is told at the field, and nothing is asked', () => {
  const element = form();
  find(element, 'lightning-input').value = 'Anna';
  find(element, '[data-id="find"]').click();
  expect(validity).toHaveBeenCalledWith('c.Privacy_Who_Wrong');
  expect(asked).not.toHaveBeenCalled();
});

test('while a request is under way no second one is made', () => {
  const element = form({ isBusy: true });
  find(element, 'lightning-input').value = 'anna@example.com';
  find(element, '[data-id="find"]').click();
  expect(asked).not.toHaveBeenCalled();
});
