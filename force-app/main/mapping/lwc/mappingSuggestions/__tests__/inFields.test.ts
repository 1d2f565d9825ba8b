import { expect, jest, test } from '@jest/globals';
import { find, settle } from '../../../../shared/lwc/query/__tests__/kit';
import { orderSample, row } from '../../mappingFields/__tests__/mappings';
import { namesOf, open } from '../../mappingFields/__tests__/page';

jest.mock('lightning/modal', () => jest.requireActual('../../mappingFields/__tests__/modal'), {
  virtual: true,
});

test('a suggestion below the fields becomes a row of the draft, with a label for undo', async () => {
  const { element, changes } = await open({ samples: [orderSample('1001')] });
  const added = row('row-1', { source: ['order.status'], target: 'Status__c' });
  const suggestions = find(element, 'c-mapping-suggestions');
  expect(suggestions.targetId).toBe('Order__c');
  const detail = { targetId: 'Order__c', row: added };
  suggestions.dispatchEvent(new CustomEvent('add', { detail }));
  await settle();
  expect(changes).toHaveLength(1);
  expect(changes[0]?.what).toBe('c.Mapping_Suggest_Did_Add');
  expect(changes[0]?.mapping.targets[0]?.rows.at(-1)).toEqual(added);
  expect(namesOf(element)).toContain('Status');
});
