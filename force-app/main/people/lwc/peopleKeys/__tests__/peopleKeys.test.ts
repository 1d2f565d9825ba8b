import { expect, test } from '@jest/globals';
import PeopleKeys from 'c/peopleKeys';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const TEXTS = ['email', 'phone', 'name'].map((key) => ({ key, label: key, help: 'Help' }));
const FIRST = { key: 'link', label: 'link', help: 'Always' };

function keysOf(more: object = {}): { keys: HTMLElement; heard: string[][] } {
  const given = { heading: 'Order', texts: TEXTS, keys: ['email', 'phone'], first: FIRST };
  const keys = show(PeopleKeys, { ...given, ...more });
  const heard: string[][] = [];
  keys.addEventListener('reorder', (event) => {
    const { detail } = event as CustomEvent<{ keys: string[] }>;
    heard.push(detail.keys);
    Object.assign(keys, { keys: detail.keys });
  });
  return { keys, heard };
}

const button = (keys: HTMLElement, key: string, step: string) =>
  find(keys, `[data-key="${key}"][data-step="${step}"]`);

test('keys move by buttons, and the focus stays with the one that moved', async () => {
  const { keys, heard } = keysOf();
  button(keys, 'phone', 'up').click();
  await settle();
  expect(heard).toEqual([['phone', 'email']]);
  expect(keys.shadowRoot?.activeElement).toBe(button(keys, 'phone', 'down'));
  expect(textsOf(keys, '[role="status"]')).toEqual(['c.People_Keys_Moved']);
  await expectAccessible(keys);
});

test('what is not asked is added at the end, and what is asked can be taken out', async () => {
  const { keys, heard } = keysOf();
  button(keys, 'name', 'add').click();
  await settle();
  button(keys, 'email', 'remove').click();
  await settle();
  expect(heard).toEqual([
    ['email', 'phone', 'name'],
    ['phone', 'name'],
  ]);
  expect(keys.shadowRoot?.activeElement).toBe(button(keys, 'email', 'add'));
});

test('the last one that is needed cannot be taken out, and what comes first cannot move', async () => {
  const { keys } = keysOf({ keys: ['email'], least: 1 });
  expect(button(keys, 'email', 'remove').disabled).toBe(true);
  expect(isShown(keys, '[data-key="link"]')).toBe(false);
  expect(textsOf(keys, 'strong')).toEqual(['link', 'email']);
  await expectAccessible(keys);
});

test('who only looks sees the order and no buttons, and is told where nothing is asked', async () => {
  const { keys } = keysOf({ readOnly: true });
  expect(isShown(keys, 'button')).toBe(false);
  const { keys: none } = keysOf({ keys: [], first: undefined });
  expect(textsOf(none, '[data-id="none"]')).toEqual(['c.People_Keys_None']);
  await expectAccessible(none);
});
