import { expect, jest, test } from '@jest/globals';
import { addRow, type Mapping, type ObjectDescribe, type Row } from 'c/mappingEngine';
import MappingSuggestions from 'c/mappingSuggestions';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { orderSample, someMapping } from '../../mappingFields/__tests__/mappings';

const writable = { createable: true, updateable: true, nillable: true };

const ORDER: ObjectDescribe = {
  ...{ object: 'Order__c', label: 'Order', createable: true, updateable: true },
  fields: [
    { name: 'City__c', label: 'City', type: 'string', length: 40, ...writable },
    { name: 'Country__c', label: 'Country', type: 'string', length: 2, ...writable },
    { name: 'Message__c', label: 'Message', type: 'textarea', length: 255, ...writable },
    {
      ...{ name: 'Order_Number__c', label: 'Order Number', type: 'string', length: 80 },
      ...{ ...writable, nillable: false },
    },
  ],
};

const GIVEN = {
  ...{ mapping: someMapping([]), targetId: 'Order__c' },
  samples: [orderSample('1001'), orderSample('1002', 'Rome')],
  describes: new Map([['Order__c', ORDER]]),
};

interface Added {
  targetId: string;
  row: Row;
}

/** The suggestions as the fields show them; what is added is handed down again. */
async function open(properties: object = {}): Promise<{ element: HTMLElement; added: Added[] }> {
  const element = show(MappingSuggestions, { ...GIVEN, ...properties });
  const added: Added[] = [];
  element.addEventListener('add', (event) => {
    const { detail } = event as CustomEvent<Added>;
    added.push(detail);
    const { mapping } = element as unknown as { mapping: Mapping };
    Object.assign(element, { mapping: addRow(mapping, detail.targetId, detail.row) });
  });
  await settle();
  find(element, '[data-id="toggle"]').click();
  await settle();
  return { element, added };
}

const parts = (element: HTMLElement) => [
  ...(element.shadowRoot?.querySelectorAll('c-mapping-suggestion') ?? []),
];
const namesOf = (element: HTMLElement) => parts(element).map((part) => textsOf(part, '.name')[0]);

async function press(part: Element | undefined, action: string): Promise<void> {
  if (!part) throw new Error('There is no such suggestion.');
  find(part, `[data-action="${action}"]`).click();
  await settle();
}

test('the suggestions are closed, and say how many there are', async () => {
  const element = show(MappingSuggestions, GIVEN);
  await settle();
  const toggle = find(element, '[data-id="toggle"]');
  expect(toggle.getAttribute('aria-expanded')).toBe('false');
  expect(isShown(element, '[data-id="body"]')).toBe(false);
  expect(toggle.textContent).toBe('c.Mapping_Suggest_Heading');
  await expectAccessible(element);
  toggle.click();
  await settle();
  expect(toggle.getAttribute('aria-expanded')).toBe('true');
  expect(isShown(element, '[data-id="body"]')).toBe(true);
});

test('fields nothing fills come with the sources they may be meant for, required ones first', async () => {
  const { element } = await open();
  expect(namesOf(element).slice(0, 4)).toEqual(['Order Number*', 'City', 'Country', 'Message']);
  const city = parts(element)[1] as Element;
  expect(textsOf(city, '.other')[0]).toBe('Ship-to city');
  expect(textsOf(city, '.offer .value')[0]).toContain('Berlin');
  expect(textsOf(city, '.reason')[0]).toBe('Same name.');
  await expectAccessible(element);
});

test('a suggestion is added with its steps by a press, and by nothing else', async () => {
  const { element, added } = await open();
  expect(added).toEqual([]);
  await press(parts(element)[1], 'add');
  expect(added).toEqual([
    {
      targetId: 'Order__c',
      row: {
        ...{ id: 'row-1', source: ['order.shipTo.city'], target: 'City__c' },
        steps: [{ step: 'trim' }, { step: 'truncate', length: 40 }],
        ...{ direction: 'toSalesforce', rule: 'always' },
      },
    },
  ]);
  expect(namesOf(element)).not.toContain('City');
  expect(textsOf(element, '[role="status"]')).toContain('c.Mapping_Suggest_Said_Added');
});

test('one that is dismissed stays away, and the next best takes its place', async () => {
  const { element, added } = await open();
  const before = textsOf(parts(element)[1] as Element, '.other');
  await press(parts(element)[1], 'dismiss');
  const after = textsOf(parts(element)[1] as Element, '.other');
  expect(before[0]).toBe('Ship-to city');
  expect(after[0]).toBe(before[1]);
  expect(added).toEqual([]);
  expect(textsOf(element, '[role="status"]')).toContain('c.Mapping_Suggest_Said_Dismissed');
});

test('after one is added the focus is on the next', async () => {
  const { element } = await open();
  const focus = jest.spyOn(find(parts(element)[1] as Element, '[data-action="add"]'), 'focus');
  await press(parts(element)[0], 'add');
  expect(namesOf(element)[0]).toBe('City');
  expect(focus).toHaveBeenCalledTimes(1);
});

test('a suggestion that fails at the samples is not made', async () => {
  const order = { raw: {}, shipTo: { city: 'Berlin' }, number: 'A-1' };
  const sample = { kind: 'order', id: '1', title: 'Order 1', input: { order } };
  const fields = [{ name: 'Number__c', label: 'Number', type: 'double', ...writable }];
  const describes = new Map([['Order__c', { ...ORDER, fields }]]);
  const { element } = await open({ samples: [sample], describes });
  expect(parts(element).flatMap((part) => textsOf(part, '.path'))).not.toContain('order.number');
});

test('who may only read sees suggestions without buttons', async () => {
  const { element } = await open({ readOnly: true });
  const [first] = parts(element);
  expect(first && isShown(first, '.offer')).toBe(true);
  expect(first && isShown(first, '[data-action]')).toBe(false);
  await expectAccessible(element);
});

test.each([
  ['no sample of the kind is loaded', { samples: [] }, 'c.Mapping_Suggest_No_Samples'],
  ['the fields are not known', { describes: null }, 'c.Mapping_Suggest_No_Describe'],
  [
    'there is nothing to suggest',
    { describes: new Map([['Order__c', { ...ORDER, fields: [] }]]) },
    'c.Mapping_Suggest_None',
  ],
])('it says so when %s', async (_, properties, text) => {
  const { element } = await open(properties);
  expect(textsOf(element, '[data-id="text"]')).toEqual([text]);
  await expectAccessible(element);
});

test('a long list is short until all of it is asked for', async () => {
  const words = ['City', 'Country', 'Email', 'Phone', 'Street', 'Postal_Code', 'Company'];
  const fields = words.map((word) => ({
    ...{ name: `${word}__c`, label: word.replace('_', ' '), type: 'string', ...writable },
  }));
  const describes = new Map([['Order__c', { ...ORDER, fields }]]);
  const { element } = await open({ describes });
  const list = find(element, '[data-list="fields"]');
  expect(list.querySelectorAll('c-mapping-suggestion')).toHaveLength(5);
  list.querySelector<HTMLElement>('lightning-button')?.click();
  await settle();
  expect(list.querySelectorAll('c-mapping-suggestion')).toHaveLength(7);
});
