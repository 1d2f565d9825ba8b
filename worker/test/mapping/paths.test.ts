import { describe, it, expect } from 'vitest';
import { compilePath, pathProblem } from '#mapping-engine';

const INPUT = {
  order: {
    items: [
      { sku: 'A', tags: ['x', 'y'] },
      { sku: 'B', tags: [] },
      { name: 'no sku', tags: ['z'] },
    ],
    shipTo: { city: 'Austin' },
  },
};

describe('a path', () => {
  it.each([
    ['order.shipTo.city', 'Austin'],
    ['order.shipTo', { city: 'Austin' }],
    ['order.items.1.sku', 'B'],
    ['order.items.sku', ['A', 'B', null]],
    ['order.items.tags', ['x', 'y', null, 'z']],
    ['order.items.tags.0', ['x', null, 'z']],
    ['order.items.9.sku', undefined],
    ['order.nothing.at.all', undefined],
    ['order.shipTo.city.length', undefined],
    ['order.items.length', [null, null, null]],
  ])('%s reads %j', (path, expected) => {
    expect(compilePath(path)(INPUT)).toEqual(expected);
  });

  it('reads all items where it leads to the list itself', () => {
    expect(compilePath('order.items')(INPUT)).toBe(INPUT.order.items);
  });

  it.each([[null], [undefined], [5], ['text'], [{}], [{ order: null }], [{ order: 7 }]])(
    'finds no city in %j',
    (input) => {
      expect(compilePath('order.shipTo.city')(input)).toBeUndefined();
    },
  );

  it('reads own properties only, never those of the language', () => {
    const input = Object.create({ inherited: 'secret' }) as object;
    for (const path of ['inherited', 'toString', 'valueOf', 'hasOwnProperty.name'])
      expect(compilePath(path)(input)).toBeUndefined();
  });

  it.each(['__proto__', 'a.__proto__.b', 'constructor', 'a.constructor.prototype', 'x.prototype'])(
    'refuses %s, even where the record has it',
    (path) => {
      expect(pathProblem(path)).toMatch(/no field of a record/);
      expect(() => compilePath(path)).toThrow(/no field of a record/);
    },
  );

  it.each([
    ['', /order\.number/],
    ['a..b', /empty name/],
    ['.a', /empty name/],
    ['a .b', /empty name/],
    ['a.'.repeat(12) + 'a', /12 names/],
    ['a'.repeat(256), /255 characters/],
    [5, /order\.number/],
    [null, /order\.number/],
  ])('refuses %j', (path, problem) => {
    expect(pathProblem(path)).toMatch(problem);
  });

  it('takes 12 names and 255 characters', () => {
    expect(pathProblem(Array(12).fill('a').join('.'))).toBeUndefined();
    expect(pathProblem('a'.repeat(255))).toBeUndefined();
  });

  it('gives one more than a thousand values, so that the cut is seen', () => {
    const items = Array.from({ length: 5_000 }, () => ({ sku: 'A' }));
    expect(compilePath('items.sku')({ items })).toHaveLength(1_001);
  });

  it('ends in lists of lists of lists', () => {
    let deep: unknown = { sku: 'A' };
    for (let level = 0; level < 10_000; level++) deep = [deep];
    expect(compilePath('items.sku')({ items: deep })).toEqual([null]);
  });
});
