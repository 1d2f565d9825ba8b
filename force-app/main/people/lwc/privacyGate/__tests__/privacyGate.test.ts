import { beforeEach, expect, jest, test } from '@jest/globals';
import PrivacyGate from 'c/privacyGate';
import { expectAccessible, find, show } from '../../../../shared/lwc/query/__tests__/kit';
import { closed } from '../../../../sync/lwc/issueIgnore/__tests__/modal';

jest.mock(
  'lightning/modal',
  () => jest.requireActual('../../../../sync/lwc/issueIgnore/__tests__/modal'),
  { virtual: true },
);

/** The tests' stand-in of labels gives each its own name. */
const WORD = 'c.Privacy_Gate_Word';
const validity = jest.fn();

/** The gate with this in its field, as the platform's input checks it. */
function gate(typed: string): HTMLElement {
  const element = show(PrivacyGate as never, { text: 'Five pieces.' });
  const input = find(element, 'lightning-input');
  Object.assign(input, {
    ...{ value: typed, setCustomValidity: validity },
    reportValidity: () => validity.mock.calls.at(-1)?.[0] === '',
  });
  return element;
}

beforeEach(() => {
  closed.mockClear();
});

test('only the typed word opens the gate', async () => {
  const element = gate(WORD);
  find(element, '[data-id="erase"]').click();
  expect(closed).toHaveBeenCalledWith(true);
  await expectAccessible(element);
});

test.each(['', WORD.toLowerCase(), `${WORD}D`])('the word "%s" does not open it', (typed) => {
  find(gate(typed), '[data-id="erase"]').click();
  expect(closed).not.toHaveBeenCalled();
  expect(validity).toHaveBeenLastCalledWith('c.Privacy_Gate_Wrong');
});

test('who cancels erases nothing', () => {
  find(gate(WORD), '[data-id="cancel"]').click();
  expect(closed).toHaveBeenCalledWith(undefined);
});
