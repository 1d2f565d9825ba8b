import { expect, test } from '@jest/globals';
import type { Row, Step } from 'c/mappingEngine';
import { partialTrace, Traces } from 'c/mappingView';
import { row, someMapping } from '../../mappingFields/__tests__/mappings';

const input = { order: { number: ' 7 ' } };

function traced(more: Partial<Row>) {
  const one = row('a', more);
  const mapping = someMapping([one]);
  const [target] = mapping.targets;
  const trace = new Traces().of(mapping, 'Order__c', input).get('a');
  return target && partialTrace(mapping, target, one, input, trace);
}

test('a formula half typed leaves the values before it, and says what is wrong', () => {
  const steps = [{ step: 'trim' }, { step: 'formula', text: 'IF(value' }] as Step[];
  const trace = traced({ steps });
  expect(trace?.steps).toEqual([{ step: 'trim', value: '7' }]);
  expect(trace?.sources).toEqual([{ path: 'order.number', value: ' 7 ' }]);
  expect(trace?.outcome).toBe('problem');
});

test('a condition that is not finished hides no value', () => {
  const trace = traced({ steps: [{ step: 'trim' }], condition: { formula: '' } });
  expect(trace?.steps).toEqual([{ step: 'trim', value: '7' }]);
  expect(trace?.outcome).toBe('problem');
});

test('a row without a field shows what it would give', () => {
  expect(traced({ target: '', steps: [{ step: 'trim' }] })).toMatchObject({
    ...{ outcome: 'value', value: '7' },
  });
});

test('a row that works is left as it is, as is one without a source', () => {
  expect(traced({})?.outcome).toBe('value');
  expect(traced({ source: [], target: '' })?.steps).toEqual([]);
});
