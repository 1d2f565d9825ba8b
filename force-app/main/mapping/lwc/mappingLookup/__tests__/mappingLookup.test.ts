import { expect, jest, test } from '@jest/globals';
import MappingLookup from 'c/mappingLookup';
import { typedPath, type Choice } from 'c/mappingView';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const choice = (value: string, label: string, group = 'Order'): Choice => ({
  ...{ value, label, group, detail: value, meta: '' },
});
const choices = [
  choice('order.number', 'Order number'),
  choice('order.total', 'Total'),
  choice('shop.name', 'Shop name', 'Shop'),
];

function lookup(properties: object = {}) {
  const element = show(MappingLookup, { label: 'Source', choices, ...properties });
  const chosen = jest.fn();
  element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail.value));
  return { element, chosen, input: find(element, 'input') as unknown as HTMLInputElement };
}

async function type(input: HTMLInputElement, text: string): Promise<void> {
  input.value = text;
  input.dispatchEvent(new CustomEvent('input'));
  await settle();
}

async function press(input: HTMLInputElement, ...keys: string[]): Promise<void> {
  for (const key of keys) input.dispatchEvent(new KeyboardEvent('keydown', { key }));
  await settle();
}

test('what is typed narrows the list; Enter takes the first', async () => {
  const { element, chosen, input } = lookup();
  await type(input, 'shop');
  expect(textsOf(element, '.label')).toEqual(['Shop name']);
  await expectAccessible(element);
  await press(input, 'Enter');
  expect(chosen.mock.calls).toEqual([['shop.name']]);
  expect(isShown(element, '[role="listbox"]')).toBe(false);
});

test('the arrow keys walk the list round, Escape closes it and chooses nothing', async () => {
  const { element, chosen, input } = lookup({ value: 'order.total' });
  expect(input.value).toBe('Total');
  await press(input, 'ArrowDown');
  expect(textsOf(element, '.active .label')).toEqual(['Total']);
  await press(input, 'ArrowDown');
  await press(input, 'ArrowDown');
  expect(textsOf(element, '.active .label')).toEqual(['Order number']);
  await press(input, 'Escape');
  expect(isShown(element, '[role="listbox"]')).toBe(false);
  expect(chosen).not.toHaveBeenCalled();
});

test('groups are named above their first entry, a click chooses', async () => {
  const { element, chosen, input } = lookup();
  input.click();
  await settle();
  expect(textsOf(element, '.group')).toEqual(['Order', 'Shop']);
  find(element, '[data-at="1"]').click();
  expect(chosen.mock.calls).toEqual([['order.total']]);
});

test('what is in no list can be taken where that is allowed, and not elsewhere', async () => {
  const { chosen, input } = lookup({ free: typedPath });
  await type(input, 'order.raw.x');
  await press(input, 'Enter');
  expect(chosen.mock.calls).toEqual([['order.raw.x']]);
  const other = lookup();
  await type(other.input, 'order.raw.x');
  expect(textsOf(other.element, '.note')).toEqual(['c.Mapping_Fields_Lookup_None']);
});

test('what begins with the typed text comes first in its group', async () => {
  const { element, input } = lookup({
    choices: [choice('dz', 'Algeria', ''), choice('de', 'Germany', ''), choice('ne', 'Niger', '')],
  });
  await type(input, 'ger');
  expect(textsOf(element, '.label')).toEqual(['Germany', 'Algeria', 'Niger']);
});

test('a long list shows its beginning and how many more there are', async () => {
  const many = Array.from({ length: 90 }, (_, at) => choice(`p${at}`, `P ${at}`));
  const { element, input } = lookup({ choices: many });
  input.click();
  await settle();
  expect(textsOf(element, '.label')).toHaveLength(60);
  expect(textsOf(element, '.note')).toEqual(['c.Mapping_Fields_Lookup_More']);
});
