import { beforeEach, expect, jest, test } from '@jest/globals';
import MappingPaste from 'c/mappingPaste';
import {
  change,
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

jest.mock('lightning/modal', () => jest.requireActual('../../mappingFields/__tests__/modal'), {
  virtual: true,
});

const { closed } = jest.requireActual<typeof import('../../mappingFields/__tests__/modal')>(
  '../../mappingFields/__tests__/modal',
);

beforeEach(() => {
  closed.mockClear();
});

test('what is no JSON is refused in words, and nothing typed is lost', async () => {
  const element = show(MappingPaste, { kind: 'order', text: '' });
  const kept = jest.fn();
  element.addEventListener('kept', (event) => kept((event as CustomEvent).detail));
  const field = find(element, 'lightning-textarea');
  field.focus = jest.fn();
  change(field, '{"id": 5');
  find(element, '[data-id="use"]').click();
  await settle();
  expect(textsOf(element, '[role="alert"]')).toHaveLength(1);
  expect(field.focus).toHaveBeenCalled();
  expect(kept.mock.calls).toEqual([['{"id": 5']]);
  expect(closed).not.toHaveBeenCalled();
  await expectAccessible(element);
});

test('a record closes the window with it, as does one that was typed before', () => {
  const element = show(MappingPaste, { kind: 'order', text: '{"order": {"number": "7"}}' });
  expect(isShown(element, '[role="alert"]')).toBe(false);
  find(element, '[data-id="use"]').click();
  expect(closed.mock.calls).toEqual([[{ input: { order: { number: '7' } }, note: '' }]]);
});

test('a canceled window closes with nothing', () => {
  find(show(MappingPaste, { kind: 'order' }), '[data-id="cancel"]').click();
  expect(closed.mock.calls).toEqual([[undefined]]);
});
