import { expect, jest, test } from '@jest/globals';
import MappingValueTable from 'c/mappingValueTable';
import {
  change,
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { readPairs } from '../pairs';

function tableOf(properties: object = {}) {
  const element = show(MappingValueTable, {
    label: 'Values',
    table: { S: 'Small' },
    ...properties,
  });
  const said = jest.fn();
  element.addEventListener('table', (event) => said((event as CustomEvent).detail));
  return { element, said };
}

function type(element: HTMLElement, at: number, side: string, value: string): void {
  const field = find(element, `[data-at="${at}"][data-side="${side}"]`);
  (field as unknown as HTMLInputElement).value = value;
  field.dispatchEvent(new CustomEvent('input'));
}

test('two pasted columns are read, whatever stands between them', () => {
  expect(readPairs('S\tSmall\r\nM\tMedium, large').pairs).toEqual([
    ['S', 'Small'],
    ['M', 'Medium, large'],
  ]);
  expect(readPairs('"S";"Sm ""all"""').pairs).toEqual([['S', 'Sm "all"']]);
  expect(readPairs('a,b\n\nalone\nc,d')).toEqual({
    pairs: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    bad: 3,
  });
});

test('a line that is not finished is no part of the table, and is not lost', async () => {
  const { element, said } = tableOf();
  find(element, '[data-id="add"]').click();
  await settle();
  expect(textsOf(element, 'tbody tr')).toHaveLength(2);
  type(element, 1, 'to', 'Medium');
  expect(said.mock.calls.at(-1)).toEqual([{ table: { S: 'Small' }, typed: true }]);
  Object.assign(element, { table: { S: 'Small' } });
  type(element, 1, 'from', 'M');
  expect(said.mock.calls.at(-1)).toEqual([{ table: { S: 'Small', M: 'Medium' }, typed: true }]);
  await expectAccessible(element);
});

test('a left side that stands twice is said', async () => {
  const { element } = tableOf({ table: { S: 'Small', M: 'Medium' } });
  type(element, 1, 'from', 'S');
  await settle();
  expect(textsOf(element, '.problem')).toEqual(['c.Mapping_Fields_Table_Double']);
});

test('a pasted list joins the table', async () => {
  const { element, said } = tableOf();
  find(element, '[data-id="paste"]').click();
  await settle();
  change(find(element, '[data-id="pasted"]'), 'S\tTiny\nL\tLarge\nalone');
  await settle();
  expect(textsOf(element, '.problem')).toEqual(['c.Mapping_Fields_Table_Bad']);
  find(element, '[data-id="take"]').click();
  expect(said.mock.calls).toEqual([[{ table: { S: 'Tiny', L: 'Large' }, typed: false }]]);
  await settle();
  expect(isShown(element, '[data-id="pasted"]')).toBe(false);
});

test('the values of a picklist are chosen from, with one that it has not', async () => {
  const { element } = tableOf({ values: [{ value: 'Tall', label: 'Tall one' }] });
  expect(textsOf(element, 'option')).toEqual(['Small', 'Tall one']);
  await expectAccessible(element);
});

test('a removed line is gone; who may only read sees no button', async () => {
  const { element, said } = tableOf();
  find(element, 'lightning-button-icon').click();
  expect(said.mock.calls).toEqual([[{ table: {}, typed: false }]]);
  const { element: other } = tableOf({ readOnly: true });
  expect(isShown(other, 'lightning-button')).toBe(false);
});
