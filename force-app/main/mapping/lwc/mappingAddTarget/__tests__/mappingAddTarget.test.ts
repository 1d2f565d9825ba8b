import { beforeEach, expect, jest, test } from '@jest/globals';
import MappingAddTarget from 'c/mappingAddTarget';
import {
  change,
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

jest.mock('lightning/modal', () => jest.requireActual('../../mappingFields/__tests__/modal'), {
  virtual: true,
});

const { closed } = jest.requireActual<typeof import('../../mappingFields/__tests__/modal')>(
  '../../mappingFields/__tests__/modal',
);

beforeEach(() => {
  closed.mockClear();
});

const writable = { createable: true, updateable: true };
const field = (name: string, externalId: boolean) => ({
  ...{ name, label: name, type: 'string', nillable: true, externalId, ...writable },
});
const describes = [
  { object: 'Order__c', label: 'Order', fields: [], ...writable },
  { object: 'Parcel__c', label: 'Parcel', fields: [field('Key__c', true)], ...writable },
  { object: 'Note__c', label: 'Note', fields: [field('Text__c', false)], ...writable },
  { object: 'Log__c', label: 'Log', fields: [], ...writable, createable: false },
];

async function choose(element: HTMLElement, value: string): Promise<void> {
  const detail = { value };
  find(element, '[data-id="object"]').dispatchEvent(new CustomEvent('choose', { detail }));
  await settle();
}

test('only objects that may be made and changed are offered', async () => {
  const element = show(MappingAddTarget, { describes });
  const { choices } = find(element, '[data-id="object"]') as unknown as {
    choices: { value: string }[];
  };
  expect(choices.map(({ value }) => value)).toEqual(['Note__c', 'Order__c', 'Parcel__c']);
  await expectAccessible(element);
});

test('an object of somebody else needs a kind and a key; a single key is chosen already', async () => {
  const element = show(MappingAddTarget, { describes });
  await choose(element, 'Parcel__c');
  find(element, '[data-id="add"]').click();
  await settle();
  expect(textsOf(element, '[role="alert"]')).toEqual(['c.Mapping_Fields_Target_Incomplete']);
  change(find(element, '[data-id="from"]'), 'order');
  find(element, '[data-id="add"]').click();
  expect(closed.mock.calls).toEqual([[{ object: 'Parcel__c', from: 'order', key: 'Key__c' }]]);
});

test('an object of Cartbridge brings its kind, and needs no key', async () => {
  const element = show(MappingAddTarget, { describes });
  await choose(element, 'Order__c');
  expect(isShown(element, '[data-id="key"]')).toBe(false);
  find(element, '[data-id="add"]').click();
  expect(closed.mock.calls).toEqual([[{ object: 'Order__c', from: 'order' }]]);
});

test('an object without an external id says what to do', async () => {
  const element = show(MappingAddTarget, { describes });
  await choose(element, 'Note__c');
  expect(textsOf(element, '.problem')).toEqual(['c.Mapping_Fields_Target_Key_None']);
});
