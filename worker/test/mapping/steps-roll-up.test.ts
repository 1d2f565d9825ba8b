import { describe, it, expect } from 'vitest';
import type { Step } from '#mapping-engine';
import { mapRows, row, through } from './one-row.ts';

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
