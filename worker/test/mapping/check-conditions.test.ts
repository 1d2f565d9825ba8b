import { expect, it } from 'vitest';
import type { Condition, Row } from '#mapping-engine';
import { checkIn, checkRow, codes, field, orders } from './check-kit.ts';

const NUMBER = field('Field__c', { type: 'double', precision: 18, scale: 2 });
const SHORT: Row['steps'] = [{ step: 'truncate', length: 9 }];

function found(condition: Condition): ReturnType<typeof checkRow> {
  return checkRow('order.channel', SHORT, { condition });
}

it('takes comparisons and formulas that work', () => {
  expect(found({ path: 'order.total', is: 'above', value: 100 })).toEqual([]);
  expect(found({ path: 'order.status', is: 'oneOf', values: ['Shipped'] })).toEqual([]);
  expect(found({ formula: 'order.total > 100' })).toEqual([]);
});

it('refuses a comparison that is not finished or leads nowhere', () => {
  expect(codes(found({ path: '', is: 'present' }))).toEqual(['condition_incomplete']);
  expect(codes(found({ path: 'order.totl', is: 'present' }))).toEqual(['path_unknown']);
  const [finding] = found({ path: 'order.total', is: 'above' });
  expect(finding).toMatchObject({ code: 'condition_incomplete', severity: 'error' });
  expect(finding?.fix).toContain('fill in its value');
});

it('says at which character a formula has its error', () => {
  const [finding] = found({ formula: 'order.total > > 1' });
  expect(finding).toMatchObject({ code: 'formula_error', severity: 'error', row: 'r1' });
  expect(finding?.what).toMatch(/at character \d+/);
});

it('refuses a formula that answers neither true nor false, or is empty', () => {
  expect(codes(found({ formula: 'order.total + 1' }))).toEqual(['condition_not_boolean']);
  expect(codes(found({ formula: ' ' }))).toEqual(['formula_missing']);
});

it('checks the condition of a target too', () => {
  const target = { ...orders(), condition: { path: 'nowhere', is: 'present' } as const };
  expect(checkIn({}, target)).toMatchObject([{ code: 'path_unknown', row: null }]);
});

it('checks the formula of a step with the types of its fields', () => {
  const formula = (text: string): ReturnType<typeof checkRow> =>
    checkRow('order.itemCount', [{ step: 'formula', text }], {}, NUMBER);
  expect(formula('value * order.total')).toEqual([]);
  expect(formula('IF(order.archived, 0, order.total)')).toEqual([]);
  for (const broken of ['order.number + 1', 'order.nothing + 1', 'order.total +'])
    expect(formula(broken)).toMatchObject([{ code: 'formula_error', step: 0 }]);
  expect(codes(formula('order.number & "a"'))).toEqual(['type_mismatch']);
});
