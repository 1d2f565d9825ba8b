import { expect, jest, test } from '@jest/globals';
import type { ParamDefinition } from 'c/mappingEngine';
import MappingParam from 'c/mappingParam';
import { change, expectAccessible, find, show } from '../../../../shared/lwc/query/__tests__/kit';

function param(type: ParamDefinition['type'], more: object = {}, properties: object = {}) {
  const definition = { type, label: 'Length', required: false, ...more };
  const element = show(MappingParam, { name: 'length', definition, ...properties });
  const said = jest.fn();
  element.addEventListener('param', (event) => {
    const { value, typed } = (event as CustomEvent).detail;
    said(value as never, typed as never);
  });
  return { element, said, field: find(element, '[data-field]') };
}

test('a whole number is kept as a number; an empty field as nothing', async () => {
  const { element, said, field } = param('integer', { min: 1, max: 9, default: 3 });
  expect([field.placeholder, field.min, field.max]).toEqual(['3', 1, 9]);
  change(field, '12');
  change(field, '');
  expect(said.mock.calls).toEqual([
    [12, true],
    [undefined, true],
  ]);
  await expectAccessible(element);
});

test('an empty text is kept where it may be meant', () => {
  const optional = param('text');
  change(optional.field, '');
  expect(optional.said.mock.calls).toEqual([[undefined, true]]);
  const needed = param('text', { required: true, min: 0 });
  change(needed.field, '');
  expect(needed.said.mock.calls).toEqual([['', true]]);
  const word = param('text', { required: true, min: 1 });
  change(word.field, '');
  expect(word.said.mock.calls).toEqual([[undefined, true]]);
});

test('a choice shows its default, and can be left out where nothing stands for it', async () => {
  const { element, field } = param('choice', { choices: ['up', 'down'], default: 'down' });
  expect(field.value).toBe('down');
  expect(field.options).toHaveLength(2);
  await expectAccessible(element);
  const { field: other, said } = param('choice', { choices: ['up'] }, { value: 'up' });
  expect(other.options).toHaveLength(2);
  change(other, '');
  expect(said.mock.calls).toEqual([[undefined, false]]);
});

test('a list is typed line by line, a checkbox checked', async () => {
  const list = param('list', {}, { value: ['a', 'b'] });
  expect(list.field.value).toBe('a\nb');
  change(list.field, ' a \n\nc');
  expect(list.said.mock.calls).toEqual([[['a', 'c'], true]]);
  const box = param('boolean', { default: true });
  expect(box.field.checked).toBe(true);
  box.field.dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
  expect(box.said.mock.calls).toEqual([[false, false]]);
  await expectAccessible(box.element);
});

test('a path, a formula and a table each have a field of their own', async () => {
  const path = param('path', { required: true }, { value: 'order.total' });
  expect(path.field.tagName).toBe('C-MAPPING-LOOKUP');
  await expectAccessible(path.element);
  const formula = param('formula', { required: true }, { value: '1 +' });
  expect(formula.field.tagName).toBe('C-MAPPING-FORMULA');
  await expectAccessible(formula.element);
  const table = param('table', { required: true }, { value: { a: 'b' } });
  expect(table.field.table).toEqual({ a: 'b' });
});
