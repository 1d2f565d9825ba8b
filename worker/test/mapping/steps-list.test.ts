import { describe, it, expect } from 'vitest';
import { mapRows, row, through } from './one-row.ts';

describe('lists', () => {
  it('give their first, last or n-th value', () => {
    const list = [null, 'A', '', 'B', ' '];
    expect(through(list, { step: 'first' })).toBe('A');
    expect(through(list, { step: 'last' })).toBe('B');
    expect(through(list, { step: 'pick', position: 4 })).toBe('B');
    expect(through(list, { step: 'pick', position: 9 })).toBeUndefined();
    expect(through('A', { step: 'pick', position: 1 })).toBe('A');
  });

  it('are made of a text and joined again, each value once', () => {
    const split = { step: 'split', separator: ',' } as const;
    expect(through('b, a,, b ', split, { step: 'join', separator: '|', max: 99 })).toBe('b|a');
    expect(through('b, a,, b ', split, { step: 'distinct' }, { step: 'count' })).toBe(2);
    expect(through('b, a,, b ', split, { step: 'count' })).toBe(3);
  });

  it('are joined in whole values, as many as fit', () => {
    const step = { step: 'join', separator: ', ', max: 12 } as const;
    expect(through(['Linen', 'Towel', 'Soap'], step)).toBe('Linen, Towel');
    expect(through(['Linen Towel Set', 'Soap'], step)).toBe('Linen Towel');
    expect(through([1, true, 1], step)).toBe('1, true');
  });

  it('are put together only when nothing is missing', () => {
    const step = { step: 'concat', separator: ' ' } as const;
    expect(through(['Jane', 'Doe'], step)).toBe('Jane Doe');
    expect(through(['Jane', null], step)).toBeUndefined();
    expect(through(Array(20).fill('a'.repeat(10_000)), step)).toMatch(/longer than any field/);
  });

  it('of records cannot become text', () => {
    expect(through([{ sku: 'A' }], { step: 'join', separator: ',', max: 9 })).toBe(
      'The value is a record where text is needed.',
    );
  });

  it('of more than a thousand values are cut, which is told', () => {
    const value = Array.from({ length: 1_500 }, (_, index) => index);
    const { fields, problems } = mapRows([row('value', [{ step: 'count' }])], { value });
    expect(fields).toEqual({ Field__c: 1_000 });
    expect(problems.map(({ reason, step }) => [step, reason])).toEqual([
      ['count', 'The value is a list of more than 1000; only the first 1000 counted.'],
    ]);
  });

  it('made of a text with millions of separators are cut as well', () => {
    const value = 'a,'.repeat(65_000);
    const steps = [{ step: 'split', separator: ',' } as const, { step: 'count' } as const];
    expect(mapRows([row('value', steps)], { value }).fields).toEqual({ Field__c: 1_000 });
  });
});
