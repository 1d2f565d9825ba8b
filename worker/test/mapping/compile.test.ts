import { describe, expect, it } from 'vitest';
import { compileMapping, type Condition, type Mapping, type Row } from '#mapping-engine';
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

  it.each([
    ['Contact', 'Phone'],
    ['lead', 'Phone'],
    ['Account', 'PersonEmail'],
    ['Account', 'Tier__pc'],
  ])('never clears a field of a %s, such as %s, even when told to', (object, target) => {
    const mapping = mappingOf(row('none', [], { target, clearWhenBlank: true }));
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

describe('a row that cannot work', () => {
  it.each<[Partial<Row> | Record<string, unknown>, RegExp]>([
    [{ source: ['a.__proto__.b'] }, /no field of a record/],
    [{ source: [''] }, /choose the source again/],
    [{ source: ['@somebody'] }, /@person/],
    [{ source: ['@person', 'city'] }, /only source/],
    [{ source: Array(11).fill('city') }, /at most 10 sources/],
    [{ steps: [{ step: 'explode' }] }, /no step “explode”/],
    [{ steps: [{ step: 'constructor' }] }, /no step “constructor”/],
    [{ steps: [null] }, /no step/],
    [{ steps: [{ step: 'truncate' }] }, /“Most characters” is missing/],
    [{ steps: [{ step: 'truncate', length: 0 }] }, /whole number from 1 to 131072/],
    [{ steps: [{ step: 'case', to: 'loud' }] }, /one of lower, upper, title, sentence/],
    [{ steps: Array(21).fill({ step: 'trim' }) }, /at most 20 steps/],
    [{ target: '__proto__' }, /choose the field again/],
    [{ target: 'Account.Name' }, /choose the field again/],
    [{ target: 5 }, /choose the field again/],
    [{ default: { a: 1 } }, /The default is/],
    [{ condition: { path: 'a', is: 'like' } }, /no such comparison/],
  ])('with %j says why each time, and the others work', (broken, reason) => {
    const rows = [{ ...row('city'), id: 'bad', ...broken }, row('city', [], { target: 'B__c' })];
    const { fields, problems } = mapRows(rows, INPUT);
    expect(fields).toEqual({ B__c: 'Austin' });
    expect(problems).toMatchObject([
      { row: 'bad', reason: expect.stringMatching(reason) as string },
    ]);
  });

  it('pauses where its field no longer takes a value', () => {
    const compiled = compileMapping(mappingOf(row('city'), row('city', [], { target: 'B__c' })), {
      paused: new Set(['Order__c.Field__c', 'Cart__c.B__c']),
    });
    expect(compiled.targets[0]?.map(INPUT).fields).toEqual({ B__c: 'Austin' });
  });
});

describe('a target', () => {
  function applies(target: object, input: unknown): boolean | undefined {
    const mapping = mappingOf();
    const targets = mapping.targets.map((one) => ({ ...one, ...target }));
    return compileMapping({ ...mapping, targets })
      .target('order')
      ?.applies(input);
  }

  it('applies where its condition holds and it is not off', () => {
    expect(applies({}, INPUT)).toBe(true);
    expect(applies({ off: true }, INPUT)).toBe(false);
    expect(applies({ condition: B2B }, INPUT)).toBe(false);
    expect(applies({ condition: B2B }, { kind: 'B2B' })).toBe(true);
  });

  it('applies to nothing while its condition cannot be asked', () => {
    expect(applies({ condition: { path: '', is: 'present' } }, INPUT)).toBe(false);
    const target = { ...mappingOf().targets[0], condition: {} };
    const broken = { ...mappingOf(), targets: [target] } as unknown as Mapping;
    expect(compileMapping(broken).targets[0]?.broken).toMatch(/path is a text/);
  });

  it('falls back to UTC where the time zone of the settings is none', () => {
    const mapping = mappingOf(row('at', [{ step: 'dateTime' }]));
    const settings = { country: 'US', timeZone: 'Mars/Olympus' };
    const { fields } = compileMapping({ ...mapping, settings }).targets[0]?.map({
      at: '2026-01-02 03:04:05',
    }) ?? { fields: {} };
    expect(fields).toEqual({ Field__c: '2026-01-02T03:04:05.000Z' });
  });
});
