import { expect, test } from '@jest/globals';
import { StableRows, Traces } from 'c/mappingView';
import { row, someMapping } from '../../mappingFields/__tests__/mappings';

const input = { order: { number: '7', shipTo: { city: 'Rome' } } };

test('rows that say the same stay the same object from one mapping to the next', () => {
  const stable = new StableRows();
  const first = stable.take(someMapping());
  const changed = someMapping([row('number', { rule: 'ifBlank' }), row('city')]);
  changed.targets[0]?.rows.splice(1, 1, ...(someMapping().targets[0]?.rows.slice(1) ?? []));
  const second = stable.take(changed);
  expect(second.targets[0]?.rows[1]).toBe(first.targets[0]?.rows[1]);
  expect(second.targets[0]?.rows[0]).not.toBe(first.targets[0]?.rows[0]);
});

test('only rows of a field of which one changed are run again', () => {
  const traces = new Traces();
  const mapping = new StableRows().take(someMapping());
  const before = traces.of(mapping, 'Order__c', input);
  const [target, ...others] = mapping.targets;
  const rows = [row('number', { source: ['order.shipTo.city'] }), ...(target?.rows.slice(1) ?? [])];
  const changed = { ...mapping, targets: [{ ...(target as object), rows }, ...others] };
  const after = traces.of(changed as typeof mapping, 'Order__c', input);
  expect(after.get('number')?.value).toBe('Rome');
  expect(after.get('city')).toBe(before.get('city'));
});

test('of two rows for one field the first that gives a value is shown to win', () => {
  const rows = [row('one', { source: ['order.nothing'] }), row('two'), row('three')];
  const found = new Traces().of(someMapping(rows), 'Order__c', input);
  expect([...found.values()].map(({ outcome }) => outcome)).toEqual([
    ...['blank', 'value', 'outranked'],
  ]);
});

test('another sample is run anew; without one nothing is', () => {
  const traces = new Traces();
  const mapping = someMapping();
  traces.of(mapping, 'Order__c', input);
  const other = { order: { number: '8' } };
  expect(traces.of(mapping, 'Order__c', other).get('number')?.value).toBe('8');
  expect(traces.of(mapping, 'Order__c', undefined).size).toBe(0);
});

test('a field that is gone in Salesforce is shown as paused', () => {
  const paused = new Set(['Order__c.Name']);
  const mapping = someMapping([row('number', { target: 'Name' })]);
  expect(new Traces().of(mapping, 'Order__c', input, paused).get('number')?.outcome).toBe('paused');
});
