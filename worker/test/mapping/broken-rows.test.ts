import { describe, it, expect } from 'vitest';
import { compileMapping, type Condition, type Mapping, type Row } from '#mapping-engine';
import { mappingOf, mapRows, row } from './one-row.ts';

const INPUT = { city: 'Austin' };
const B2B: Condition = { path: 'kind', is: 'equal', value: 'B2B' };

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
