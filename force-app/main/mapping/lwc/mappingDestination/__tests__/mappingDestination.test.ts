import { expect, jest, test } from '@jest/globals';
import type { Row } from 'c/mappingEngine';
import MappingDestination from 'c/mappingDestination';
import type { Choice } from 'c/mappingView';
import { CONTACT_DESCRIBE, ORDER_DESCRIBE, row } from '../../mappingFields/__tests__/mappings';
import {
  change,
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

function shown(more: Partial<Row> = {}, properties: object = {}) {
  const element = show(MappingDestination, {
    ...{ row: row('a', more), object: 'Order__c', describe: ORDER_DESCRIBE },
    ...properties,
  });
  const said = jest.fn();
  element.addEventListener('row', (event) => said((event as CustomEvent).detail.changes));
  return { element, said };
}

const fields = (element: HTMLElement) =>
  (find(element, '[data-id="field"]') as unknown as { choices: Choice[] }).choices;

test('fields are offered by label with their type, required ones first', async () => {
  const { element } = shown({}, { object: 'Contact', describe: CONTACT_DESCRIBE });
  expect(fields(element).map(({ label, group }) => [label, group])).toEqual([
    ['Last Name', 'c.Mapping_Fields_Required'],
    ['Email', 'c.Mapping_Fields_To_Others'],
  ]);
  expect(fields(element)[1]?.meta).toBe('c.Mapping_Fields_Type_Email (80)');
  await expectAccessible(element);
});

test('a picklist shows its values, and the default is one of them', async () => {
  const { element, said } = shown({ target: 'Status__c' });
  expect(textsOf(element, '.fact')).toContain('c.Mapping_Fields_Restricted');
  expect(find(element, '[data-id="default"]').options).toEqual([
    { value: '', label: 'c.Mapping_Fields_Default_None' },
    { value: 'Open', label: 'Open' },
    { value: 'Shipped', label: 'Shipped' },
  ]);
  change(find(element, '[data-id="default"]'), 'Open');
  expect(said.mock.calls).toEqual([[{ default: 'Open' }]]);
  await expectAccessible(element);
});

test('a field that Salesforce has not is said to be unknown; without fields it is only a name', () => {
  expect(textsOf(shown({ target: 'Gone__c' }).element, '.weak')).toContain(
    'c.Mapping_Fields_To_Unknown',
  );
  const { element } = shown({ target: 'Gone__c' }, { describe: undefined });
  expect(textsOf(element, '.weak')).not.toContain('c.Mapping_Fields_To_Unknown');
});

test('numbers and checkboxes are kept as such', () => {
  const writable = { createable: true, updateable: true, nillable: true };
  const describe = {
    ...ORDER_DESCRIBE,
    fields: [
      { name: 'Total__c', label: 'Total', type: 'double', ...writable },
      { name: 'Done__c', label: 'Done', type: 'boolean', ...writable },
    ],
  };
  const number = shown({ target: 'Total__c' }, { describe });
  change(find(number.element, '[data-id="default"]'), '12.5');
  change(find(number.element, '[data-id="default"]'), '');
  expect(number.said.mock.calls).toEqual([[{ default: 12.5 }], [{ default: undefined }]]);
  const box = shown({ target: 'Done__c', default: false }, { describe });
  expect(find(box.element, '[data-id="default"]').value).toBe('false');
  change(find(box.element, '[data-id="default"]'), 'true');
  expect(box.said.mock.calls).toEqual([[{ default: true }]]);
});

test('clearing is warned of, and never offered for people', () => {
  const { element } = shown({ clearWhenBlank: true });
  expect(textsOf(element, '.weak')).toContain('c.Mapping_Fields_Clear_Warning');
  const person = shown({}, { object: 'Lead' }).element;
  expect(find(person, '[data-id="clear"]').disabled).toBe(true);
  expect(textsOf(person, '.weak')).toContain('c.Mapping_Fields_Clear_Person');
});

test('a rule says what it means', () => {
  const { element, said } = shown({ rule: 'ifBlank' });
  expect(textsOf(element, '.weak')).toContain('c.Mapping_Fields_Rule_If_Blank_Help');
  change(find(element, '[data-id="rule"]'), 'onCreate');
  expect(said.mock.calls).toEqual([[{ rule: 'onCreate' }]]);
  expect(isShown(element, 'c-mapping-condition')).toBe(true);
});
