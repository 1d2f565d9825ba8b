import { describe, it, expect } from 'vitest';
import { compileMapping, type Condition, type Row } from '#mapping-engine';
import { mappingOf, mapRows, row } from './one-row.ts';

const INPUT = { city: 'Austin', count: 0, archived: false, at: 'soon' };
const B2B: Condition = { path: 'kind', is: 'equal', value: 'B2B' };

describe('a mapped record', () => {
  it('takes defaults for blanks, and 0 and false for values', () => {
    const rows: Row[] = [
      row('town', [], { target: 'City__c', default: 'Unknown' }),
      row('count', [], { target: 'Count__c', default: 7 }),
      row('archived', [], { target: 'Archived__c', default: true }),
      row([], [], { target: 'LeadSource', default: 'Web' }),
    ];
    expect(mapRows(rows, INPUT)).toEqual({
      fields: { City__c: 'Unknown', Count__c: 0, Archived__c: false, LeadSource: 'Web' },
      ifBlank: [],
      links: {},
      problems: [],
      unmapped: [],
    });
  });

  it.each([[null], [''], ['  '], [[]], [[null, '']]])('never clears a field with %j', (value) => {
    expect(mapRows([row('value')], { value }).fields).toEqual({});
    const clearing = row('value', [], { clearWhenBlank: true });
    expect(mapRows([clearing], { value }).fields).toEqual({ Field__c: null });
  });

  it.each(['Contact', 'Lead'])('never clears a field of a %s, even when told to', (object) => {
    const mapping = mappingOf(row('none', [], { clearWhenBlank: true }));
    const targets = mapping.targets.map((target) => ({ ...target, object }));
    const mapped = compileMapping({ ...mapping, targets })
      .target('order')
      ?.map(INPUT);
    expect(mapped?.fields).toEqual({});
  });

  it('takes the first row that gives a value, and clears only when none does', () => {
    const rows = (first: string, second: string) => [
      row(first, [], { id: 'a', clearWhenBlank: true, rule: 'ifBlank' }),
      row(second, [], { id: 'b' }),
    ];
    expect(mapRows(rows('city', 'count'), INPUT)).toMatchObject({
      fields: { Field__c: 'Austin' },
      ifBlank: ['Field__c'],
    });
    expect(mapRows(rows('none', 'count'), INPUT)).toMatchObject({
      fields: { Field__c: 0 },
      ifBlank: [],
    });
    expect(mapRows(rows('none', 'nothing'), INPUT).fields).toEqual({ Field__c: null });
  });

  it('takes the next row when the first one has a problem, and tells it', () => {
    const rows = [row('at', [{ step: 'dateTime' }], { id: 'a' }), row('city', [], { id: 'b' })];
    expect(mapRows(rows, INPUT)).toMatchObject({
      fields: { Field__c: 'Austin' },
      problems: [{ row: 'a', step: 'dateTime' }],
    });
  });

  it('knows that names of fields do not differ by capitals', () => {
    const rows = [row('city'), row('count', [], { id: 'b', target: 'FIELD__C' })];
    expect(mapRows(rows, INPUT).fields).toEqual({ Field__c: 'Austin' });
  });

  it('fills a row meant for creation only when the record is made', () => {
    const rows = [row('city', [], { rule: 'onCreate' })];
    expect(mapRows(rows, INPUT).fields).toEqual({});
    expect(mapRows(rows, INPUT, true).fields).toEqual({ Field__c: 'Austin' });
  });

  it('leaves out rows that are off, meant for the shop, or whose condition does not hold', () => {
    const rows = [
      row('city', [], { target: 'A__c', off: true }),
      row('city', [], { target: 'B__c', direction: 'toShop' }),
      row('city', [], { target: 'C__c', direction: 'both' }),
      row('city', [], { target: 'D__c', condition: B2B }),
    ];
    expect(mapRows(rows, INPUT).fields).toEqual({ C__c: 'Austin' });
    expect(mapRows(rows, { ...INPUT, kind: 'B2B' }).fields).toEqual({
      C__c: 'Austin',
      D__c: 'Austin',
    });
  });

  it('names the record that a lookup leads to', () => {
    const rows = [
      row('@person', [], { target: 'Contact__c' }),
      row('@shop', [], { target: 'Shop__c', rule: 'ifBlank' }),
    ];
    expect(mapRows(rows, INPUT)).toMatchObject({
      fields: {},
      links: { Contact__c: '@person', Shop__c: '@shop' },
      ifBlank: ['Shop__c'],
    });
  });

  it('tells a problem with row, step and type, and never the value', () => {
    const mapped = mapRows([row('email', [{ step: 'trim' }, { step: 'dateTime' }])], {
      email: 'jane@example.com',
    });
    expect(mapped.problems).toEqual([
      {
        target: 'order',
        row: 'r1',
        field: 'Field__c',
        step: 'dateTime',
        value: 'text of 16 characters',
        reason: expect.stringMatching(/^The value is not /) as string,
      },
    ]);
    expect(JSON.stringify(mapped)).not.toContain('jane');
  });

  it('asks for a step that makes one value of a list or record', () => {
    for (const value of [['a', 'b'], { a: 1 }])
      expect(mapRows([row('value')], { value }).problems[0]?.reason).toMatch(
        /end the row with a step that makes one value of it/,
      );
  });
});
