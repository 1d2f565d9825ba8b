import { describe, expect, it } from 'vitest';
import type { Step } from '#mapping-engine';
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

const ITEMS = [
  { name: 'Towel', total: '0.1', quantity: '2', categories: ['Bath', 'Linen'], at: '2026-03-05' },
  { name: 'Soap', total: '0.2', quantity: '10', categories: ['Bath'], at: '2026-01-02' },
  { name: 'Sheet', total: '100', quantity: '1', categories: ['Linen', 'Bed'], at: null },
  { name: 'Towel', total: '0.3', quantity: '9', categories: [], at: '2026-02-01' },
];

describe('a roll-up over items', () => {
  it.each<[Step, unknown]>([
    [{ step: 'sumOf', field: 'total' }, '100.6'],
    [{ step: 'countOf' }, 4],
    [{ step: 'minOf', field: 'quantity' }, '1'],
    [{ step: 'maxOf', field: 'quantity' }, '10'],
    [{ step: 'minOf', field: 'at' }, '2026-01-02'],
    [{ step: 'maxOf', field: 'at' }, '2026-03-05'],
    [{ step: 'firstOf', field: 'name' }, 'Towel'],
    [{ step: 'lastOf', field: 'at' }, '2026-02-01'],
    [{ step: 'joinOf', field: 'name' }, 'Towel, Soap, Sheet'],
    [{ step: 'joinOf', field: 'categories', separator: ';' }, 'Bath;Linen;Bed'],
    [{ step: 'joinOf', field: 'name', max: 11 }, 'Towel, Soap'],
    [{ step: 'productInterest' }, 'Linen; Bed; Bath'],
    [{ step: 'productInterest', count: 1 }, 'Linen'],
    [{ step: 'productInterest', field: 'missing' }, 'Sheet; Towel; Soap'],
    [{ step: 'productInterest', amount: 'quantity', count: 1 }, 'Bath'],
  ])('%j gives %j', (step, expected) => {
    expect(through(ITEMS, step)).toBe(expected);
  });

  it('gives lists of different and of top values', () => {
    const join: Step = { step: 'join', separator: ' > ', max: 99 };
    expect(through(ITEMS, { step: 'distinctOf', field: 'categories' }, join)).toBe(
      'Bath > Linen > Bed',
    );
    expect(through(ITEMS, { step: 'topByAmount', field: 'name', count: 2 }, join)).toBe(
      'Sheet > Towel',
    );
  });

  it.each<[Step, unknown]>([
    [{ step: 'countOf', filterField: 'name', filterIs: 'equal', filterValue: 'Towel' }, 2],
    [
      {
        ...{ step: 'sumOf', field: 'total' },
        ...{ filterField: 'quantity', filterIs: 'above', filterValue: '2' },
      },
      '0.5',
    ],
    [{ step: 'countOf', filterField: 'at' }, 3],
    [{ step: 'countOf', filterField: 'at', filterIs: 'blank' }, 1],
    [{ step: 'countOf', filterField: 'categories', filterIs: 'equal', filterValue: 'Bed' }, 1],
    [{ step: 'sumOf', field: 'total', filterField: 'name', filterIs: 'blank' }, '0'],
  ])('counts only the items that pass: %j gives %j', (step, expected) => {
    expect(through(ITEMS, step)).toBe(expected);
  });

  it('takes interests that were counted before as they are', () => {
    expect(through(['Bath', null, 'Bed'], { step: 'productInterest', count: 2 })).toBe('Bath; Bed');
  });

  it.each<[unknown, Step, RegExp]>([
    [['text'], { step: 'countOf' }, /no list of items/],
    [ITEMS, { step: 'sumOf', field: 'name' }, /not a decimal number/],
    [ITEMS, { step: 'maxOf', field: 'name' }, /neither always a number nor always a date/],
    [ITEMS, { step: 'topByAmount', field: 'name', amount: 'at' }, /not a decimal number/],
  ])('refuses what it cannot reckon with', (value, step, reason) => {
    expect(through(value, step)).toMatch(reason);
  });

  it('refuses a filter without a value when the mapping is compiled', () => {
    const step: Step = { step: 'countOf', filterField: 'name', filterIs: 'equal' };
    expect(through(ITEMS, step)).toBe(
      'The comparison has nothing to compare with; fill in its value.',
    );
  });

  it('is quick with a thousand items of a thousand categories, and tells what it left out', () => {
    const categories = Array.from({ length: 1_000 }, (_, index) => `Category ${index}`);
    const value = Array.from({ length: 2_000 }, () => ({ total: '1.5', categories }));
    const begun = performance.now();
    const { fields, problems } = mapRows([row('value', [{ step: 'productInterest' }])], { value });
    expect(fields.Field__c).toBe('Category 0; Category 1; Category 2');
    expect(problems[0]?.reason).toMatch(/only the first 1000 counted/);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
