import type { FieldDescribe, ObjectDescribe } from '#mapping-engine';
import { describe, expect, it } from 'vitest';
import { isSame } from '../../../src/compose/trial/field-changes.ts';
import { refusalsOf } from '../../../src/compose/trial/refusals.ts';
import { sentRecords } from '../../../src/compose/trial/sent.ts';
import type { RecordKey, SalesforceId } from '../../../src/shared/ids.ts';

describe('a value before and after', () => {
  it.each([
    [10, '10', 'double', true],
    [10, '10.01', 'double', false],
    ['2026-11-20T12:00:00.000+0000', '2026-11-20T12:00:00Z', 'datetime', true],
    ['2026-11-20T12:00:00.000+0000', '2026-11-20T12:00:01Z', 'datetime', false],
    ['kim@example.com', 'Kim@Example.com', 'email', true],
    ['Kim', ' Kim ', 'string', true],
    ['Kim', 'KIM', 'string', false],
    [null, '', 'string', true],
    [null, false, 'boolean', false],
    [false, false, 'boolean', true],
    ['x', null, 'string', false],
  ])('of %s and %s as %s is the same: %s', (before, after, type, same) => {
    expect(isSame(before, after, type)).toBe(same);
  });
});

const field = (name: string, more: Partial<FieldDescribe> = {}): FieldDescribe => ({
  ...{ name, label: name, type: 'string', createable: true, updateable: true, nillable: true },
  ...more,
});
const object = (fields: FieldDescribe[], more: Partial<ObjectDescribe> = {}): ObjectDescribe => ({
  ...{ object: 'Lead', label: 'Lead', createable: true, updateable: true, fields },
  ...more,
});
const codes = (
  fields: FieldDescribe[],
  values: Record<string, string | number | null>,
  isNew = true,
  more: Partial<ObjectDescribe> = {},
): string[] =>
  refusalsOf('Lead', object(fields, more), values, isNew).map(
    (refusal) => `${refusal.code} ${refusal.field ?? ''}`,
  );

describe('what Salesforce would refuse', () => {
  it('is an object that the worker’s user does not see or may not write', () => {
    expect(refusalsOf('Lead', undefined, {}, true)).toMatchObject([{ code: 'no_object' }]);
    expect(codes([], {}, true, { createable: false })).toEqual(['no_access ']);
    expect(codes([], {}, false, { updateable: false })).toEqual(['no_access ']);
    expect(codes([], {}, false, { createable: false })).toEqual([]);
  });

  it('is a field that is not there or read-only, unless the record is found by it', () => {
    const readOnly = { createable: false, updateable: false };
    const fields = [field('Sum', readOnly), field('Key__c', { ...readOnly, externalId: true })];
    expect(codes(fields, { Sum: '1', Key__c: 'k', Gone__c: 'x' })).toEqual([
      ...['no_access Sum', 'no_field Gone__c'],
    ]);
  });

  it('is a required field without a value, of new records, and one that is to be cleared', () => {
    const fields = [
      field('LastName', { nillable: false }),
      field('Status', { nillable: false, defaultedOnCreate: true }),
      field('IsVip', { nillable: false, type: 'boolean' }),
    ];
    expect(codes(fields, { LastName: 'Berg' })).toEqual([]);
    expect(codes(fields, {})).toEqual(['required LastName']);
    expect(codes(fields, {}, false)).toEqual([]);
    expect(codes(fields, { LastName: null }, false)).toEqual(['required LastName']);
  });

  it('is a value that is too long, too large, or not in its picklist', () => {
    const values = [
      { value: 'A', label: 'A' },
      { value: 'B', label: 'B' },
    ];
    const fields = [
      field('Name', { length: 3 }),
      field('Amount', { type: 'currency', precision: 4, scale: 2 }),
      field('Type', { type: 'multipicklist', restricted: true, values }),
    ];
    expect(codes(fields, { Name: 'abc', Amount: '99.999', Type: 'A;B' })).toEqual([]);
    expect(codes(fields, { Name: 'abcd', Amount: '-100', Type: 'A;C' })).toEqual([
      ...['too_long Name', 'too_large Amount', 'not_a_value Type'],
    ]);
  });
});

describe('what a trial kept of its requests', () => {
  it('is found by the row it came from, in the names of the package’s source', () => {
    const records = [
      { attributes: { type: 'Lead' }, id: '00Q1', cb__Order_Count__c: 1 },
      {
        ...{ attributes: { type: 'cb__Order__c' }, cb__External_Id__c: 'bc1:order:1' },
        cb__Lead__r: { cb__Customer_Key__c: 'bc1:guest:1' },
      },
    ];
    const sent = sentRecords([{ compositeRequest: [{ body: { records } }, {}] }], 'cb');
    const rest = { fields: {}, references: {} };
    const order = (key: string) => ({
      ...{ object: 'Order__c', key: key as RecordKey, ...rest },
      target: { field: 'External_Id__c', value: key },
    });
    expect(
      sent.of({ object: 'Lead', key: 'p', target: { id: '00Q1' as SalesforceId }, ...rest }),
    ).toEqual({ Order_Count__c: 1 });
    expect(sent.of(order('bc1:order:1'))).toMatchObject({ Lead__c: 'bc1:guest:1' });
    expect(sent.of(order('bc1:order:2'))).toBeUndefined();
  });
});
