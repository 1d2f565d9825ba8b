import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, startOrg } from './kit.ts';

let org: LocalOrg;
const ask = askAs(() => org);
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const item = (referenceId: string, more: object = {}) => ({
  attributes: { type: 'Order_Item__c', referenceId },
  Name: referenceId,
  ...more,
});
const order = (referenceId: string, items: object[], more: object = {}) => ({
  attributes: { type: 'Order__c', referenceId },
  Name: referenceId,
  ...more,
  Order_Items__r: { records: items },
});

it('a tree creates records and their children, and answers an id for each reference', async () => {
  const records = [order('o1', [item('i1'), item('i2')]), order('o2', [])];
  const { status, json } = await ask('POST', 'composite/tree/Order__c', { records });
  expect(status).toBe(201);
  expect(json).toMatchObject({
    hasErrors: false,
    results: ['o1', 'i1', 'i2', 'o2'].map((referenceId) => ({ referenceId })),
  });
  expect(org.query('SELECT Name, Order__r.Name FROM Order_Item__c ORDER BY Name')).toMatchObject([
    { Name: 'i1', Order__r: { Name: 'o1' } },
    { Name: 'i2', Order__r: { Name: 'o1' } },
  ]);
});

it('one record that is refused keeps the whole tree out, and only it is named', async () => {
  const records = [order('o1', [item('i1', { Quantity__c: 'many' })]), order('o2', [])];
  const { status, json } = await ask('POST', 'composite/tree/Order__c', { records });
  expect(status).toBe(400);
  expect(json).toMatchObject({
    hasErrors: true,
    results: [{ referenceId: 'i1', errors: [{ statusCode: 'JSON_PARSER_ERROR' }] }],
  });
  expect(org.query('SELECT Id FROM Order__c')).toEqual([]);
});

it('a parent that is refused is told once, not again for each of its children', async () => {
  const records = [order('o1', [item('i1')], { Status__c: 'Nonsense' })];
  const { json } = await ask('POST', 'composite/tree/Order__c', { records });
  const { results } = json as { results: { referenceId: string }[] };
  expect(results.map(({ referenceId }) => referenceId)).toEqual(['o1']);
});

it.each([
  ['no reference', [order('', [])], 'INVALID_INPUT'],
  ['one reference twice', [order('o1', [item('o1')])], 'INVALID_INPUT'],
  ['201 records', Array.from({ length: 201 }, (_, n) => order(`o${n}`, [])), 'LIMIT_EXCEEDED'],
])('a tree with %s is refused', async (_, records, statusCode) => {
  const { status, json } = await ask('POST', 'composite/tree/Order__c', { records });
  expect(status).toBe(400);
  expect(json).toMatchObject({ hasErrors: true, results: [{ errors: [{ statusCode }] }] });
});
