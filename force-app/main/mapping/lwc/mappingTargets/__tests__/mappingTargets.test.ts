import { expect, jest, test } from '@jest/globals';
import MappingTargets from 'c/mappingTargets';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const targets = [
  { id: 'Order__c', label: 'Order', rows: 24, attention: 2, off: false },
  { id: 'Lead', label: 'Lead', rows: 20, attention: 0, off: true },
];

test('each object says how many fields it gets, what needs a look and whether it is off', async () => {
  const element = show(MappingTargets, { targets, chosen: 'Lead' });
  expect(textsOf(element, 'li .about')).toEqual([
    'c.Mapping_Fields_Target_Count · c.Mapping_Fields_Target_Attention',
    'c.Mapping_Fields_Target_Count · c.Mapping_Fields_Target_Off',
  ]);
  expect(find(element, '[data-id="Lead"]').getAttribute('aria-current')).toBe('true');
  await expectAccessible(element);
});

test('one is chosen, another and the settings are asked for; who may only read cannot ask', () => {
  const element = show(MappingTargets, { targets, chosen: 'Lead' });
  const said = jest.fn();
  element.addEventListener('target', (event) => said((event as CustomEvent).detail));
  for (const type of ['add', 'settings'])
    element.addEventListener(type, (event) => said(event.type as never));
  find(element, '[data-id="Order__c"]').click();
  find(element, '[data-id="add"]').click();
  find(element, '[data-id="settings"]').click();
  expect(said.mock.calls).toEqual([[{ id: 'Order__c' }], ['add'], ['settings']]);
  expect(isShown(show(MappingTargets, { targets, readOnly: true }), '[data-id="add"]')).toBe(false);
});
