import { afterEach, expect, jest, test } from '@jest/globals';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { orderSample, someMapping } from './mappings';
import { act, change, editor, namesOf, open, say, table } from './page';

jest.mock('lightning/modal', () => jest.requireActual('./modal'), { virtual: true });

afterEach(() => {
  jest.useRealTimers();
});

const findings = (element: HTMLElement) => textsOf(editor(element), '.finding').join();

test('typing shows the result at once, the page hears of it when the field is left', async () => {
  const { element, changes } = await open();
  await act(element, 'edit', 'city');
  await change(element, { steps: [{ step: 'trim' }, { step: 'truncate', length: 3 }] }, true);
  expect(textsOf(editor(element), '[data-id="result"]')).toEqual(['Ber']);
  expect(textsOf(find(table(element), 'c-mapping-result'), '.result')).toEqual(['Ber']);
  expect(changes).toEqual([]);
  await say(editor(element), 'settle');
  expect(changes.map(({ what }) => what)).toEqual(['c.Mapping_Fields_Did_Edit']);
  expect(changes[0]?.mapping.targets[0]?.rows[1]?.steps).toHaveLength(2);
});

test('while somebody types the mapping is checked after a pause', async () => {
  jest.useFakeTimers();
  const { element } = await open();
  await act(element, 'edit', 'city');
  await change(element, { source: ['order.nothing'] }, true);
  expect(findings(element)).not.toContain('order.nothing');
  jest.runAllTimers();
  await settle();
  expect(findings(element)).toContain('order.nothing');
});

test('what is chosen is told at once, and a mapping that comes back closes nothing', async () => {
  const { element, changes } = await open();
  await act(element, 'edit', 'city');
  await change(element, { rule: 'ifBlank' });
  expect(changes[0]?.mapping.targets[0]?.rows[1]?.rule).toBe('ifBlank');
  expect(isShown(table(element), 'c-mapping-row-editor')).toBe(true);
  await expectAccessible(editor(element));
});

test('what the page undoes is undone in the open editor', async () => {
  const { element } = await open();
  await act(element, 'edit', 'city');
  await change(element, { source: ['order.number'] });
  expect(textsOf(editor(element), '[data-id="result"]')).toEqual(['1001']);
  Object.assign(element, { mapping: someMapping() });
  await settle();
  expect(textsOf(editor(element), '[data-id="result"]')).toEqual(['Berlin']);
});

test('a new row opens its editor; without a field it is shown whatever the filter says', async () => {
  const { element, changes } = await open();
  await say(find(element, 'c-mapping-filter'), 'filter', { shown: 'off', search: '' });
  await say(find(element, 'c-mapping-filter'), 'add');
  expect(changes[0]?.mapping.targets[0]?.rows).toHaveLength(3);
  expect(namesOf(element)).toEqual(['c.Mapping_Fields_Not_Chosen']);
  expect(textsOf(editor(element), 'h3')).toEqual(['c.Mapping_Fields_Editing_New']);
});

test('rows are duplicated, moved, switched off and deleted, each with words for undo', async () => {
  const { element, changes } = await open();
  await act(element, 'down', 'number');
  expect(namesOf(element)).toEqual(['City', 'Order Number']);
  await act(element, 'duplicate', 'city');
  expect(namesOf(element)).toEqual(['City', 'City', 'Order Number']);
  await act(element, 'switch', 'number');
  expect(changes.at(-1)?.mapping.targets[0]?.rows[2]?.off).toBe(true);
  await act(element, 'delete', 'city');
  expect(namesOf(element)).toEqual(['City', 'Order Number']);
  expect(textsOf(element, '[role="status"]')).toEqual(['c.Mapping_Fields_Said_Deleted']);
  expect(changes.map(({ what }) => what)).toEqual([
    'c.Mapping_Fields_Did_Move',
    'c.Mapping_Fields_Did_Duplicate',
    'c.Mapping_Fields_Did_Switch_Off',
    'c.Mapping_Fields_Did_Delete',
  ]);
});

test('what was typed is kept when another row is opened', async () => {
  const { element, changes } = await open();
  await act(element, 'edit', 'city');
  await change(element, { default: 'None' }, true);
  await act(element, 'edit', 'number');
  expect(changes[0]?.mapping.targets[0]?.rows[1]?.default).toBe('None');
  expect(textsOf(editor(element), 'h3')).toEqual(['c.Mapping_Fields_Editing']);
});

test('a row is tried on all samples when asked, and again after it changed', async () => {
  const samples = ['Rome', 'Rome', null].map((city, at) => orderSample(`${at}`, city));
  const { element } = await open({ samples });
  await act(element, 'edit', 'city');
  await say(find(editor(element), 'c-mapping-tried'), 'tryall');
  const tried = find(editor(element), 'c-mapping-tried');
  expect(textsOf(tried, 'tbody th')).toEqual(['Rome', 'c.Mapping_Fields_Preview_Blank']);
  expect(textsOf(tried, 'tbody td')).toEqual(['2', '1']);
  await change(element, { source: ['order.number'] });
  expect(isShown(tried, 'table')).toBe(false);
});

test('an object is switched off and removed by its menu', async () => {
  const { element, changes } = await open();
  const menu = find(element, '[data-id="target-menu"]');
  await say(menu, 'select', { value: 'switch' });
  expect(changes[0]?.mapping.targets[0]?.off).toBe(true);
  expect(isShown(element, '[data-id="off"]')).toBe(true);
  await say(menu, 'select', { value: 'remove' });
  expect(changes[1]?.mapping.targets.map(({ id }) => id)).toEqual(['Contact']);
});
