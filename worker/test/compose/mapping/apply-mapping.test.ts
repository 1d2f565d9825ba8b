import { describe, it, expect } from 'vitest';
import { applyMapping } from '../../../src/compose/mapping/apply-mapping.ts';
import type { Mapping, MappingRow } from '../../../src/compose/mapping/mapping.ts';

function mappingOf(...rows: MappingRow[]): Mapping {
  const none = { Shop__c: [], Order__c: [], Order_Item__c: [], Cart__c: [], Cart_Item__c: [] };
  return { ...none, Lead: rows, Contact: [] };
}

const cityRow: MappingRow = { source: 'order.shipTo.city', steps: [], target: 'City__c' };

describe('applyMapping', () => {
  it('follows a path, also into lists', () => {
    const mapping = mappingOf(cityRow, { source: 'items.1.sku', steps: [], target: 'SKU__c' });
    const input = { order: { shipTo: { city: 'Austin' } }, items: [{ sku: 'A' }, { sku: 'B' }] };
    expect(applyMapping(mapping, 'Lead', input)).toEqual({
      fields: { City__c: 'Austin', SKU__c: 'B' },
      problems: [],
    });
  });

  it.each([[undefined], [null], [{}], [{ order: null }], [{ order: { shipTo: 5 } }], ['text']])(
    'leaves a field as it is when the input is %j',
    (input) => {
      expect(applyMapping(mappingOf(cityRow), 'Lead', input)).toEqual({ fields: {}, problems: [] });
    },
  );

  it.each([[null], [''], ['  '], [[]], [[null, '']]])('never clears a field with %j', (city) => {
    const input = { order: { shipTo: { city } } };
    expect(applyMapping(mappingOf(cityRow), 'Lead', input).fields).toEqual({});
  });

  it('clears a field whose row says so', () => {
    const row = { ...cityRow, clearWhenBlank: true };
    expect(applyMapping(mappingOf(row), 'Lead', {}).fields).toEqual({ City__c: null });
  });

  it('takes the default of a row for a blank, and 0 and false for values', () => {
    const rows: MappingRow[] = [
      { ...cityRow, default: 'Unknown' },
      { source: 'count', steps: [], target: 'Count__c', default: 7 },
      { source: 'archived', steps: [], target: 'Archived__c', default: true },
      { source: [], steps: [], target: 'LeadSource', default: 'Web' },
    ];
    const input = { count: 0, archived: false };
    expect(applyMapping(mappingOf(...rows), 'Lead', input).fields).toEqual({
      City__c: 'Unknown',
      Count__c: 0,
      Archived__c: false,
      LeadSource: 'Web',
    });
  });

  it('fills a row meant for creation only when the record is made', () => {
    const mapping = mappingOf({ ...cityRow, when: 'create' });
    const input = { order: { shipTo: { city: 'Austin' } } };
    expect(applyMapping(mapping, 'Lead', input).fields).toEqual({});
    const made = applyMapping(mapping, 'Lead', input, { creating: true });
    expect(made.fields).toEqual({ City__c: 'Austin' });
  });

  it('tells a problem with the row, the step and the type, and never the value', () => {
    const rows: MappingRow[] = [
      cityRow,
      { source: 'email', steps: [{ step: 'trim' }, { step: 'dateTime' }], target: 'At__c' },
    ];
    const input = { email: 'jane@example.com', order: { shipTo: { city: 'Austin' } } };
    const result = applyMapping(mappingOf(...rows), 'Lead', input);
    expect(result).toEqual({
      fields: { City__c: 'Austin' },
      problems: [
        {
          target: 'At__c',
          row: 1,
          step: 'dateTime',
          value: 'text of 16 characters',
          reason: 'The value is not a date and time.',
        },
      ],
    });
  });

  it('does not cover a problem with the default', () => {
    const row: MappingRow = {
      ...cityRow,
      steps: [{ step: 'integer', digits: 3 }],
      default: 0,
    };
    const result = applyMapping(mappingOf(row), 'Lead', { order: { shipTo: { city: 'x' } } });
    expect(result.fields).toEqual({});
    expect(result.problems).toHaveLength(1);
  });

  it('has a problem with what is not one value in the end', () => {
    const row: MappingRow = { source: ['a', 'b'], steps: [], target: 'City__c' };
    const { fields, problems } = applyMapping(mappingOf(row), 'Lead', { a: 1, b: 2 });
    expect(fields).toEqual({});
    expect(problems[0]).toMatchObject({ step: null, value: 'a list of 2' });
  });

  it('reaches nothing but the input itself', () => {
    const rows: MappingRow[] = [
      { source: 'constructor.name', steps: [], target: 'A__c' },
      { source: '__proto__.toString', steps: [], target: 'B__c' },
      { source: 'name.length', steps: [], target: 'C__c' },
    ];
    expect(applyMapping(mappingOf(...rows), 'Lead', { name: 'Jane' })).toEqual({
      fields: {},
      problems: [],
    });
  });

  it('leaves its input as it was', () => {
    const input = Object.freeze({
      order: Object.freeze({ shipTo: Object.freeze({ city: ' a ' }) }),
    });
    const row: MappingRow = { ...cityRow, steps: [{ step: 'trim' }] };
    expect(applyMapping(mappingOf(row), 'Lead', input).fields).toEqual({ City__c: 'a' });
  });
});
