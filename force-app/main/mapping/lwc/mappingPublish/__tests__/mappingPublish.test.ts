import { beforeEach, expect, jest, test } from '@jest/globals';
import MappingPublish from 'c/mappingPublish';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
} from '../../../../shared/lwc/query/__tests__/kit';
import { finding } from '../../mappingData/__tests__/records';

jest.mock('lightning/modal', () => jest.requireActual('../../mappingFields/__tests__/modal'), {
  virtual: true,
});

const { closed } = jest.requireActual<typeof import('../../mappingFields/__tests__/modal')>(
  '../../mappingFields/__tests__/modal',
);
const CHANGES = [{ kind: 'added', target: 'Lead', row: 'r1', what: 'Phone is filled.' }];

let message = '';
beforeEach(() => {
  message = '';
});

function dialog(more: object = {}): HTMLElement {
  const element = show(MappingPublish, { changes: CHANGES, ...more });
  const field = element.shadowRoot?.querySelector('lightning-textarea');
  if (field)
    Object.assign(field, {
      setCustomValidity: (text: string) => (message = text),
      reportValidity: () => message === '',
      focus: jest.fn(),
    });
  return element;
}

test('a reason is needed; spaces are none', async () => {
  const element = dialog();
  find(element, 'lightning-textarea').value = '  ';
  find(element, '[data-id="publish"]').click();
  await settle();
  expect(message).toBe('c.Mapping_Publish_Reason_Missing');
  expect(closed).not.toHaveBeenCalled();
  expect(find(element, 'lightning-textarea').focus).toHaveBeenCalled();
  await expectAccessible(element);
});

test('the dialog ends with the reason, or with nothing', () => {
  const element = dialog({ reason: 'Back to version 1.' });
  expect(find(element, 'lightning-textarea').value).toBe('Back to version 1.');
  find(element, '[data-id="publish"]').click();
  find(element, '[data-id="cancel"]').click();
  expect(closed.mock.calls).toEqual([['Back to version 1.'], [undefined]]);
});

test('what is wrong keeps from publishing, what is worth a look does not', async () => {
  const warned = dialog({ findings: [finding({ severity: 'warning' })] });
  expect(find(warned, '[data-id="warnings"] c-mapping-findings').findings).toHaveLength(1);
  expect(isShown(warned, '[data-id="publish"]')).toBe(true);
  const wrong = dialog({ findings: [finding()] });
  expect(find(wrong, '[data-id="errors"] c-mapping-findings').findings).toHaveLength(1);
  expect(isShown(wrong, '[data-id="publish"]')).toBe(false);
  expect(isShown(wrong, 'lightning-textarea')).toBe(false);
  await expectAccessible(wrong);
});

test('a draft that says the same needs no version', async () => {
  const element = dialog({ changes: [] });
  expect(isShown(element, '[data-id="nothing"]')).toBe(true);
  expect(isShown(element, '[data-id="publish"]')).toBe(false);
  await expectAccessible(element);
});
