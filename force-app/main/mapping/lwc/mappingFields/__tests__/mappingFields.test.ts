import { expect, jest, test } from '@jest/globals';
import MappingAddTarget from 'c/mappingAddTarget';
import type { Mapping } from 'c/mappingEngine';
import MappingSettings from 'c/mappingSettings';
import MappingTargetCondition from 'c/mappingTargetCondition';
import {
  expectAccessible,
  find,
  isShown,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { orderRows, orderSample, row, someMapping } from './mappings';
import { act, namesOf, open, say, table } from './page';

jest.mock('lightning/modal', () => jest.requireActual('./modal'), { virtual: true });

test('a row shows its source, steps and field, and what becomes of the sample', async () => {
  const { element } = await open();
  expect(textsOf(element, 'h2')).toEqual(['Order']);
  expect(namesOf(element)).toEqual(['Order Number', 'City']);
  expect(textsOf(table(element), '.path')).toContain('order.shipTo.city');
  expect(textsOf(table(element), '.chip')).toEqual(['Trim']);
  expect(textsOf(table(element), '.result')).toEqual(['1001', 'Berlin']);
  expect(textsOf(table(element), '.type')[1]).toBe('c.Mapping_Fields_Type_Text (40)');
  await expectAccessible(element);
});

test('without samples the screen teaches, and asks the page to load them', async () => {
  const { element } = await open({ samples: [] });
  const asked = jest.fn();
  element.addEventListener('loadsamples', asked);
  const samples = find(element, 'c-mapping-samples');
  expect(find(samples, 'c-empty-state').heading).toBe('c.Mapping_Fields_Sample_None');
  expect(textsOf(table(element), '.result')).toEqual([]);
  find(samples, '[data-id="load"]').click();
  expect(asked).toHaveBeenCalledTimes(1);
  await expectAccessible(element);
});

test('while the fields of Salesforce are not known it says so, and has them read', async () => {
  const { element } = await open({ describes: null });
  const asked = jest.fn();
  element.addEventListener('loaddescribes', (event) => asked((event as CustomEvent).detail));
  expect(namesOf(element)).toEqual(['Name', 'City__c']);
  find(element, '[data-id="read-fields"]').click();
  expect(asked.mock.calls).toEqual([[{ object: 'Order__c' }]]);
  await expectAccessible(element);
});

test('an empty mapping and an empty object say what to do', async () => {
  const none: Mapping = { ...someMapping(), targets: [] };
  const { element } = await open({ mapping: none });
  expect(find(element, 'c-empty-state').heading).toBe('c.Mapping_Fields_No_Targets');
  await expectAccessible(element);
  const { element: other } = await open({ mapping: someMapping([]) });
  expect(find(other, 'c-empty-state').heading).toBe('c.Mapping_Fields_No_Rows');
});

test('who may only read sees no button that changes anything', async () => {
  const { element } = await open({ readOnly: true });
  expect(isShown(find(element, 'c-mapping-filter'), '[data-id="add"]')).toBe(false);
  expect(isShown(element, '[data-id="target-menu"]')).toBe(false);
  expect(textsOf(table(element), 'lightning-menu-item')).toEqual([]);
  await expectAccessible(element);
});

test('a required field that no row fills has a row of its own, and can be mapped from there', async () => {
  const { element, changes } = await open();
  await say(find(element, 'c-mapping-targets'), 'target', { id: 'Contact' });
  expect(namesOf(element)).toEqual(['Email', 'Last Name*']);
  await act(element, 'map', 'missing LastName');
  expect(changes[0]?.mapping.targets[1]?.rows[1]).toMatchObject({ target: 'LastName' });
  expect(namesOf(element)).toEqual(['Email', 'Last Name*']);
});

test('the search looks through sources, steps, fields and values; every word counts', async () => {
  const { element } = await open();
  const filter = find(element, 'c-mapping-filter');
  await say(filter, 'filter', { shown: 'all', search: 'berlin TRIM' });
  expect(namesOf(element)).toEqual(['City']);
  await say(filter, 'filter', { shown: 'all', search: 'berlin 1001' });
  expect(isShown(element, 'c-mapping-table')).toBe(false);
  find(element, '[data-id="clear"]').click();
  await Promise.resolve();
  expect(namesOf(element)).toEqual(['Order Number', 'City']);
});

test('rows that changed since the last publish are marked, and those that are gone are named', async () => {
  const published = someMapping([row('number'), row('gone', { target: 'Gone__c' })]);
  const mapping = someMapping([row('number', { rule: 'onCreate' }), ...orderRows().slice(1)]);
  const { element } = await open({ published, mapping });
  expect(textsOf(table(element), '.change')).toEqual([
    'c.Mapping_Fields_Status_Changed',
    'c.Mapping_Fields_Status_New',
  ]);
  expect(textsOf(element, '.removed')).toEqual(['c.Mapping_Fields_Removed']);
  await say(find(element, 'c-mapping-filter'), 'filter', { shown: 'changed', search: '' });
  expect(namesOf(element)).toEqual(['Order Number', 'City']);
});

test('another sample shows other results; a pasted one stands before the others', async () => {
  const { element } = await open({ samples: [orderSample('1001'), orderSample('1002', 'Rome')] });
  const samples = find(element, 'c-mapping-samples');
  await say(samples, 'sample', { key: 'order 1002 0' });
  expect(textsOf(table(element), '.result')).toEqual(['1002', 'Rome']);
  const input = { order: { raw: { id: 7 } } };
  await say(samples, 'pasted', { input, note: 'Taken.' });
  expect(textsOf(table(element), '.result')).toEqual([
    'c.Mapping_Fields_Preview_Blank',
    'c.Mapping_Fields_Preview_Blank',
  ]);
  expect(samples.note).toBe('Taken.');
});

test('what a field inside says of itself does not reach the page', async () => {
  const { element, changes } = await open();
  const filter = find(find(element, 'c-mapping-filter'), '[data-id="search"]');
  const detail = { value: 'city' };
  filter.dispatchEvent(new CustomEvent('change', { bubbles: true, composed: true, detail }));
  expect(changes).toEqual([]);
});

test('country and time zone are asked for, and changed as one', async () => {
  const { element, changes } = await open();
  const ask = MappingSettings.open as unknown as jest.Mock<() => Promise<unknown>>;
  ask.mockResolvedValueOnce(undefined);
  await say(find(element, 'c-mapping-targets'), 'settings');
  expect(changes).toEqual([]);
  ask.mockResolvedValueOnce({ country: 'AT', timeZone: 'Europe/Vienna' });
  await say(find(element, 'c-mapping-targets'), 'settings');
  expect(changes[0]?.mapping.settings).toEqual({ country: 'AT', timeZone: 'Europe/Vienna' });
});

test('a further object is asked for, and shown at once', async () => {
  const { element, changes } = await open();
  const ask = MappingAddTarget.open as unknown as jest.Mock<() => Promise<unknown>>;
  ask.mockResolvedValueOnce({ object: 'Parcel__c', from: 'order', key: 'Key__c' });
  await say(find(element, 'c-mapping-targets'), 'add');
  expect(changes[0]?.mapping.targets.at(-1)).toMatchObject({ object: 'Parcel__c', key: 'Key__c' });
  expect(textsOf(element, 'h2')).toEqual(['Parcel']);
});

test('which records an object gets is asked for; a condition can be taken away again', async () => {
  const { element, changes } = await open();
  const ask = MappingTargetCondition.open as unknown as jest.Mock<() => Promise<unknown>>;
  const condition = { path: 'order.status', is: 'present' };
  const menu = find(element, '[data-id="target-menu"]');
  for (const answer of [undefined, { condition }, { condition: undefined }]) {
    ask.mockResolvedValueOnce(answer);
    // One window after the other.
    // eslint-disable-next-line no-await-in-loop
    await say(menu, 'select', { value: 'condition' });
  }
  expect(changes.map(({ mapping }) => mapping.targets[0]?.condition)).toEqual([
    condition,
    undefined,
  ]);
});
