import { beforeEach, expect, jest, test } from '@jest/globals';
import IssueIgnore from 'c/issueIgnore';
import { expectAccessible, find, settle, show } from '../../../../shared/lwc/query/__tests__/kit';

jest.mock('lightning/modal', () => jest.requireActual('./modal'), { virtual: true });

const { closed } = jest.requireActual<typeof import('./modal')>('./modal');

let message = '';
function dialog(): HTMLElement {
  const element = show(IssueIgnore);
  Object.assign(find(element, 'lightning-textarea'), {
    setCustomValidity: (text: string) => (message = text),
    reportValidity: () => message === '',
    focus: jest.fn(),
  });
  return element;
}

beforeEach(() => {
  message = '';
});

test('a reason is needed; spaces are none', async () => {
  const element = dialog();
  find(element, 'lightning-textarea').value = '  ';
  find(element, '[data-id="ignore"]').click();
  await settle();
  expect(message).toBe('c.Issues_Ignore_Missing');
  expect(closed).not.toHaveBeenCalled();
  expect(find(element, 'lightning-textarea').focus).toHaveBeenCalled();
  await expectAccessible(element);
});

test('the dialog ends with the reason', () => {
  const element = dialog();
  find(element, 'lightning-textarea').value = ' A test order. ';
  find(element, '[data-id="ignore"]').click();
  expect(closed.mock.calls).toEqual([['A test order.']]);
});

test('a canceled dialog ends with nothing', () => {
  find(dialog(), '[data-id="cancel"]').click();
  expect(closed.mock.calls).toEqual([[undefined]]);
});
