import { beforeEach, expect, jest, test } from '@jest/globals';
import MappingTargetCondition from 'c/mappingTargetCondition';
import { expectAccessible, find, settle, show } from '../../../../shared/lwc/query/__tests__/kit';

jest.mock('lightning/modal', () => jest.requireActual('../../mappingFields/__tests__/modal'), {
  virtual: true,
});

const { closed } = jest.requireActual<typeof import('../../mappingFields/__tests__/modal')>(
  '../../mappingFields/__tests__/modal',
);

beforeEach(() => {
  closed.mockClear();
});

const condition = { path: 'order.status', is: 'present' };

async function change(element: HTMLElement, changed: object | undefined): Promise<void> {
  const detail = { condition: changed, typed: true };
  find(element, 'c-mapping-condition').dispatchEvent(new CustomEvent('condition', { detail }));
  await settle();
}

test('the window closes with the condition as it was changed', async () => {
  const element = show(MappingTargetCondition, { condition, choices: [] });
  await expectAccessible(element);
  await change(element, { formula: 'true' });
  expect(find(element, 'c-mapping-condition').condition).toEqual({ formula: 'true' });
  find(element, '[data-id="apply"]').click();
  expect(closed.mock.calls).toEqual([[{ condition: { formula: 'true' } }]]);
});

test('a condition that was taken away is none; what was not changed stays', async () => {
  const element = show(MappingTargetCondition, { condition, choices: [] });
  find(element, '[data-id="apply"]').click();
  await change(element, undefined);
  find(element, '[data-id="apply"]').click();
  expect(closed.mock.calls).toEqual([[{ condition }], [{ condition: undefined }]]);
});

test('a canceled window closes with nothing', async () => {
  const element = show(MappingTargetCondition, { condition, choices: [] });
  await change(element, undefined);
  find(element, '[data-id="cancel"]').click();
  expect(closed.mock.calls).toEqual([[undefined]]);
});
