import { describe, it, expect } from 'vitest';
import { compileCondition, type Condition, type Test } from '#mapping-engine';
import { SETTINGS } from './one-row.ts';

const NOW = new Date('2026-03-05T12:00:00Z');

function holds(test: Test, value: unknown): boolean {
  return compileCondition(test, SETTINGS)({ value }, NOW);
}

describe('a comparison', () => {
  it.each<[unknown, Test['is'], Test['value'], boolean]>([
    ['B2B', 'equal', 'B2B', true],
    [' B2B ', 'equal', 'B2B', true],
    ['b2b', 'equal', 'B2B', false],
    ['12.50', 'equal', '12.5', true],
    [12.5, 'equal', '12.50', true],
    ['12.5', 'equal', 12.5, true],
    ['007', 'equal', '7', false],
    ['007', 'equal', '007', true],
    ['99999999999999999999.1', 'equal', '99999999999999999999.2', false],
    [true, 'equal', true, true],
    ['true', 'equal', true, true],
    [false, 'equal', true, false],
    [null, 'equal', 'B2B', false],
    ['B2C', 'different', 'B2B', true],
    [null, 'different', 'B2B', true],
    ['B2B', 'different', 'B2B', false],
    ['100.01', 'above', 100, true],
    ['100', 'above', '100.0', false],
    ['9', 'above', '10', false],
    ['99999999999999999999.2', 'above', '99999999999999999999.1', true],
    ['-3', 'below', 0, true],
    ['many', 'above', 1, false],
    [null, 'below', 1, false],
    ['Linen Towel', 'contains', 'towel', true],
    ['Linen Towel', 'contains', 'silk', false],
  ])('finds %j %s %j: %s', (value, is, wanted, expected) => {
    expect(
      holds({ path: 'value', is, ...(wanted === undefined ? {} : { value: wanted }) }, value),
    ).toBe(expected);
  });

  it.each<[unknown, Test['is'], string, boolean]>([
    // The shop's day lasts from 05:00 to 05:00 UTC.
    ['2026-03-05T04:59:59.999Z', 'equal', '2026-03-04', true],
    ['2026-03-05T05:00:00.000Z', 'equal', '2026-03-04', false],
    ['2026-03-05T05:00:00.000Z', 'above', '2026-03-04', true],
    ['2026-03-05T04:59:59.999Z', 'above', '2026-03-04', false],
    ['2026-03-04T04:59:59.999Z', 'below', '2026-03-04', true],
    ['2026-03-05', 'above', '2026-03-04', true],
    ['2026-03-04', 'equal', '2026-03-04', true],
    ['2026-03-05T05:00:00.001Z', 'above', '2026-03-05T05:00:00Z', true],
    ['Thu, 05 Mar 2026 05:00:00 +0000', 'equal', '2026-03-05T05:00:00Z', true],
    ['yesterday', 'above', '2026-03-04', false],
  ])('finds the date %j %s %j: %s', (value, is, wanted, expected) => {
    expect(holds({ path: 'value', is, value: wanted }, value)).toBe(expected);
  });

  it('knows the day on which the clock is moved', () => {
    const test: Test = { path: 'value', is: 'equal', value: '2026-03-08' };
    expect(holds(test, '2026-03-09T03:59:59.999Z')).toBe(true);
    expect(holds(test, '2026-03-09T04:00:00.000Z')).toBe(false);
  });

  it.each<[unknown, boolean]>([
    [null, true],
    ['', true],
    ['  ', true],
    [[], true],
    [[null, ' '], true],
    [0, false],
    [false, false],
    ['x', false],
    [{}, false],
  ])('takes %j for blank: %s', (value, expected) => {
    expect(holds({ path: 'value', is: 'blank' }, value)).toBe(expected);
    expect(holds({ path: 'value', is: 'present' }, value)).toBe(!expected);
  });

  it('asks for one of several values', () => {
    const test: Test = { path: 'value', is: 'oneOf', values: ['B2B', '12.5'] };
    expect(['B2B', ' B2B', '12.50', 12.5].map((value) => holds(test, value))).toEqual(
      Array(4).fill(true),
    );
    expect(['B2C', null, '', 12].map((value) => holds(test, value))).toEqual(Array(4).fill(false));
  });

  it('is passed by a list one of whose items passes', () => {
    expect(holds({ path: 'value', is: 'equal', value: 'B' }, ['A', 'B'])).toBe(true);
    expect(holds({ path: 'value', is: 'different', value: 'B' }, ['A', 'B'])).toBe(false);
    expect(holds({ path: 'value', is: 'above', value: 5 }, ['1', '6'])).toBe(true);
  });
});

describe('a formula', () => {
  const holdsFor = (formula: string, input: unknown) =>
    compileCondition({ formula }, SETTINGS)(input, NOW);

  it('holds where it answers true, and only there', () => {
    const formula = 'AND(order.total > 100, NOT(ISBLANK(order.company)))';
    expect(holdsFor(formula, { order: { total: '100.01', company: 'Acme' } })).toBe(true);
    expect(holdsFor(formula, { order: { total: '100', company: 'Acme' } })).toBe(false);
    expect(holdsFor(formula, { order: { total: '100.01', company: null } })).toBe(false);
    expect(holdsFor(formula, null)).toBe(false);
  });

  it('takes the days of the shop’s place', () => {
    const input = { order: { placedAt: '2026-03-05T04:59:59.999Z' } };
    expect(holdsFor('DATEVALUE(order.placedAt) = DATE(2026, 3, 4)', input)).toBe(true);
  });
});

describe('a condition that cannot work', () => {
  it.each<[unknown, RegExp]>([
    [null, /make it again/],
    [5, /make it again/],
    [{}, /path is a text/],
    [{ path: 'a', is: 'like' }, /no such comparison/],
    [{ path: 'a', is: { toString: 5 } }, /no such comparison/],
    [{ path: 'a', is: 'equal' }, /fill in its value/],
    [{ path: 'a', is: 'equal', value: { deep: 1 } }, /fill in its value/],
    [{ path: 'a', is: 'above', value: 'large' }, /Only numbers and dates/],
    [{ path: 'a', is: 'oneOf' }, /1 to 1000 values/],
    [{ path: 'a', is: 'oneOf', values: [] }, /1 to 1000 values/],
    [{ path: 'a', is: 'oneOf', values: [5] }, /needs texts/],
    [{ path: 'a.__proto__', is: 'present' }, /no field of a record/],
    [{ formula: 5 }, /write it again/],
    [{ formula: 'NOT(' }, /at character/],
    [{ formula: '1 + 1' }, /answers true or false/],
  ])('%j says why', (condition, reason) => {
    expect(() => compileCondition(condition as Condition, SETTINGS)).toThrow(reason);
  });
});
