import { expect, jest, test } from '@jest/globals';
import type { Condition } from 'c/mappingEngine';
import MappingCondition from 'c/mappingCondition';
import {
  change,
  expectAccessible,
  find,
  isShown,
  show,
} from '../../../../shared/lwc/query/__tests__/kit';

function shown(condition?: Condition) {
  const element = show(MappingCondition, { condition, choices: [] });
  const said = jest.fn();
  element.addEventListener('condition', (event) => said((event as CustomEvent).detail.condition));
  return { element, said };
}

test('there is none until a kind is chosen', async () => {
  const { element, said } = shown();
  expect(isShown(element, 'c-mapping-lookup')).toBe(false);
  change(find(element, '[data-id="kind"]'), 'test');
  change(find(element, '[data-id="kind"]'), 'formula');
  expect(said.mock.calls).toEqual([[{ path: '', is: 'present' }], [{ formula: '' }]]);
  await expectAccessible(element);
});

test('a comparison has a value only where its kind takes one', async () => {
  const { element, said } = shown({ path: 'order.status', is: 'equal', value: 'Open' });
  expect(find(element, '[data-id="value"]').value).toBe('Open');
  change(find(element, '[data-id="is"]'), 'blank');
  change(find(element, '[data-id="is"]'), 'oneOf');
  change(find(element, '[data-id="value"]'), 'Shipped');
  expect(said.mock.calls).toEqual([
    [{ path: 'order.status', is: 'blank' }],
    [{ path: 'order.status', is: 'oneOf', values: [] }],
    [{ path: 'order.status', is: 'equal', value: 'Shipped' }],
  ]);
  await expectAccessible(element);
});

test('several values are typed line by line', async () => {
  const { element, said } = shown({ path: 'order.status', is: 'oneOf', values: ['A', 'B'] });
  expect(find(element, '[data-id="values"]').value).toBe('A\nB');
  change(find(element, '[data-id="values"]'), 'A\n\n C ');
  expect(said.mock.calls).toEqual([[{ path: 'order.status', is: 'oneOf', values: ['A', 'C'] }]]);
  await expectAccessible(element);
});

test('a formula is shown and changed as it is; the condition can be taken away', () => {
  const { element, said } = shown({ formula: 'true' });
  const detail = { value: 'false' };
  find(element, 'c-mapping-formula').dispatchEvent(new CustomEvent('formula', { detail }));
  change(find(element, '[data-id="kind"]'), '');
  expect(said.mock.calls).toEqual([[{ formula: 'false' }], [undefined]]);
});
