import { expect, it } from 'vitest';
import type { Explanation } from '../../src/compose/trial/explanation.ts';
import type { TrialRecord, TrialWrite } from '../../src/compose/trial/trial-record.ts';
import { fittingExplanation, fittingTrial } from '../../src/control/jobs/fit-results.ts';

const LONGEST = 131_072;
const sizeOf = (data: unknown): number => JSON.stringify(data).length;

function line(number: number, text: string): TrialWrite {
  const fields: TrialWrite['fields'] = [
    { field: 'Name', label: 'Name', before: null, after: `Line ${number}`, change: 'new' },
    { field: 'Text__c', label: 'Text', before: text, after: text, change: 'same' },
  ];
  return { object: 'Order_Item__c', action: 'create', fields, refusals: [] };
}

function trial(lines: number, text = 'x'): TrialRecord {
  return {
    ...{ kind: 'order', id: '1', title: 'Order 1', person: { who: 'none', why: '' } },
    writes: Array.from({ length: lines }, (_, at) => line(at + 1, text)),
    ...{ duplicates: [], problems: [], unmapped: [] },
  };
}

function explanation(value: unknown, fields = 30): Explanation {
  const of = (field: string) => ({
    ...{ field, label: field, value: 'a', written: 'a' },
    trace: {
      ...{ row: 'r', field, sources: [{ path: 'order.items', value }], value: 'a' },
      ...{ steps: [{ step: 'pick', value }], outcome: 'value' as const },
    },
  });
  return {
    record: { object: 'Order__c', id: 'a00', key: 'k' },
    ...{ event: null, source: null, version: null, writtenAt: null },
    fields: Array.from({ length: fields }, (_, at) => of(`Field_${at}__c`)),
  };
}

it('what fits a record of Salesforce is told as it is', () => {
  expect(fittingTrial(trial(5))).toEqual(trial(5));
  expect(fittingExplanation(explanation([1, 2]))).toEqual(explanation([1, 2]));
});

it('of an order with many lines what stays the same is left out, and all changes are told', () => {
  const fitted = fittingTrial(trial(100, 'x'.repeat(2_000)));

  expect(sizeOf(fitted)).toBeLessThanOrEqual(LONGEST);
  expect(fitted.writes).toHaveLength(100);
  expect(fitted.writes[99]?.fields).toMatchObject([{ after: 'Line 100' }]);
});

it('of an order with thousands of lines the first are told and the others counted', () => {
  const fitted = fittingTrial(trial(5_000));

  expect(sizeOf(fitted)).toBeLessThanOrEqual(LONGEST);
  expect(fitted.writes.length).toBeGreaterThan(100);
  expect(fitted.note).toBe(
    `There are ${5_000 - fitted.writes.length} more records that do not fit in here.`,
  );
});

it('an explanation of an order with many lines cuts what the rows read, and keeps every field', () => {
  const lines = Array.from({ length: 300 }, (_, id) => ({ id, name: 'A line of the order' }));

  const fitted = fittingExplanation(explanation(lines));

  expect(sizeOf(fitted)).toBeLessThanOrEqual(LONGEST);
  expect(fitted.fields).toHaveLength(30);
  expect(fitted.fields[0]?.trace.sources[0]?.value).toMatch(/^\[\{"id":0,"name":"A line .*…$/);
});
