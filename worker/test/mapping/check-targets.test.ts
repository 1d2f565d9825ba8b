import { expect, it } from 'vitest';
import type { Row, Target } from '#mapping-engine';
import { check, checkIn, codes, describeOf, field, orders } from './check-kit.ts';
import { row } from './one-row.ts';

const KEY = field('Shop_Order__c', { externalId: true, length: 120 });
const KEY_ROW = row('key', [], { id: 'key', target: 'Shop_Order__c' });

function opportunities(rows: Row[] = [KEY_ROW], more: Partial<Target> = {}): Target {
  const key = 'Shop_Order__c';
  return { id: 'Opportunity', object: 'Opportunity', from: 'order', key, rows, ...more };
}

it('finds nothing wrong with a target whose key is always filled', () => {
  expect(check(opportunities(), KEY)).toEqual([]);
});

it('names the required fields that no row fills', () => {
  const stage = field('StageName', { label: 'Stage', type: 'picklist', nillable: false });
  const [finding] = check(opportunities(), KEY, stage);
  expect(finding).toMatchObject({
    code: 'required_field_missing',
    severity: 'error',
    field: 'StageName',
    row: null,
    what: 'Opportunity.StageName (Stage) is required, but no row fills it.',
  });
  const filled = row([], [], { id: 'stage', target: 'StageName', default: 'Closed Won' });
  expect(check(opportunities([KEY_ROW, filled]), KEY, stage)).toEqual([]);
  expect(codes(check(opportunities([KEY_ROW, { ...filled, off: true }]), KEY, stage))).toEqual([
    'required_field_missing',
  ]);
});

it('does not ask for what Salesforce fills itself, for checkboxes, nor for Cartbridge’s own ties', () => {
  const required = { nillable: false };
  const owner = field('OwnerId', { ...required, type: 'reference', defaultedOnCreate: true });
  const box = field('Private', { ...required, type: 'boolean' });
  expect(check(opportunities(), KEY, owner, box)).toEqual([]);
  const tie = field('Shop__c', { ...required, type: 'reference', referenceTo: ['Shop__c'] });
  expect(check(orders(), tie)).toEqual([]);
});

it('says what to grant when the worker’s user may not write the object', () => {
  const describe = describeOf('Opportunity', [KEY], { createable: false, updateable: false });
  const [finding] = checkIn({ describes: new Map([['Opportunity', describe]]) }, opportunities());
  expect(finding).toMatchObject({
    code: 'object_not_writable',
    what: "The worker's user may not create and edit records of Opportunity.",
    fix: "Grant Create and Edit on Opportunity to the worker's user by a permission set of your own.",
  });
});

it('asks for a key wherever Cartbridge does not find the record itself', () => {
  expect(codes(checkIn({}, { ...opportunities(), key: '' }))).toEqual(['key_missing']);
  expect(checkIn({}, orders(KEY_ROW))).toEqual([]);
});

it('refuses a key that is gone, no external id, or not always filled', () => {
  expect(codes(check(opportunities()))).toEqual(['key_missing', 'field_missing']);
  const plain = field('Shop_Order__c', { length: 120 });
  expect(codes(check(opportunities(), plain))).toEqual(['key_not_external_id']);
  const sometimes: Row[][] = [
    [],
    [{ ...KEY_ROW, rule: 'onCreate' }],
    [{ ...KEY_ROW, condition: { path: 'order.archived', is: 'equal', value: false } }],
  ];
  for (const rows of sometimes)
    expect(codes(check(opportunities(rows), KEY))).toEqual(['key_not_filled']);
});

it('refuses an object of its own that is written from elsewhere or twice', () => {
  const other = { ...orders(KEY_ROW), from: 'cart' as const };
  expect(codes(checkIn({}, other))).toContain('own_target_source');
  const second = { ...orders(KEY_ROW), id: 'again' };
  expect(codes(checkIn({}, orders(KEY_ROW), second))).toEqual(['own_target_twice', 'target_twice']);
});

it('warns about two targets for the same records unless their conditions differ', () => {
  const second = opportunities([KEY_ROW], { id: 'second' });
  const [finding] = checkIn({}, opportunities(), second);
  expect(finding).toMatchObject({ code: 'target_twice', severity: 'warning', target: 'second' });
  const condition = { path: 'order.total', is: 'above', value: 100 } as const;
  expect(checkIn({}, opportunities(), { ...second, condition })).toEqual([]);
  expect(checkIn({}, opportunities(), { ...second, off: true })).toEqual([]);
});

it('warns about a row that an earlier one for the same field never lets through', () => {
  const text: Row['steps'] = [{ step: 'truncate', length: 255 }];
  const first = row('order.source', text, { id: 'first', default: 'Web' });
  const second = row('order.channel', text, { id: 'second' });
  const [finding] = check(orders(first, second), field('Field__c'));
  expect(finding).toMatchObject({ code: 'never_reached', severity: 'warning', row: 'second' });
  const condition = { path: 'order.archived', is: 'equal', value: true } as const;
  for (const reached of [
    [row('order.source', text), second],
    [{ ...first, condition }, second],
    [{ ...first, rule: 'onCreate' as const }, second],
    [{ ...first, off: true }, second],
  ])
    expect(check(orders(...reached), field('Field__c'))).toEqual([]);
});

it('checks nothing but the form of a target that is off', () => {
  const off = opportunities([row('nowhere')], { off: true, key: 'Gone__c' });
  expect(check(off)).toEqual([]);
});

it.each(['Sync_Job__c', 'mapping_version__c'])(
  'refuses %s, by which a shopper’s words would become the worker’s orders',
  (object) => {
    const target = { ...opportunities(), id: object, object };
    expect(codes(checkIn({}, target))).toContain('object_reserved');
  },
);
