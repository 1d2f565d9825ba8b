import { expect, it } from 'vitest';
import type { Condition, Row } from '#mapping-engine';
import { check, checkIn, checkRow, codes, field, orders } from './check-kit.ts';
import { row } from './one-row.ts';

it('finds nothing wrong with a row that works', () => {
  expect(checkRow('order.channel', [{ step: 'truncate', length: 255 }])).toEqual([]);
});

it('names row, field and the path that was probably meant', () => {
  const [finding] = checkRow('order.chanel', [{ step: 'truncate', length: 255 }]);
  expect(finding).toEqual({
    target: 'Order__c',
    row: 'r1',
    field: 'Field__c',
    step: null,
    code: 'path_unknown',
    severity: 'error',
    what: 'Row 1 (Order__c.Field__c) reads “order.chanel”, which this source does not have.',
    fix: 'Choose a source from the list, perhaps order.channel.',
  });
});

it('takes a path of the shop’s own record that samples had, and warns about others', () => {
  const target = orders(row('order.raw.gift.note', [{ step: 'truncate', length: 9 }]));
  const [unseen] = checkIn({}, target);
  expect([unseen?.code, unseen?.severity]).toEqual(['path_not_seen', 'warning']);
  expect(checkIn({ seenPaths: new Set(['order.raw.gift.note']) }, target)).toEqual([]);
});

it('reads values of all items, and of one by its position', () => {
  expect(checkRow('order.items.sku', [{ step: 'join', separator: ', ', max: 255 }])).toEqual([]);
  expect(checkRow('order.items.0.sku', [{ step: 'truncate', length: 80 }])).toEqual([]);
  expect(codes(checkRow('order.items.0.weight'))).toContain('path_unknown');
});

it('refuses a step that cannot take the value, and says what to put before it', () => {
  const [finding] = checkRow('order.items', [{ step: 'trim' }, { step: 'truncate', length: 9 }]);
  expect(finding).toMatchObject({ code: 'step_type_mismatch', step: 0, severity: 'error' });
  expect(finding?.fix).toBe('Put a roll-up such as “Join items” or “Sum of items” before it.');
});

it('says which parameter is not filled in', () => {
  const steps: Row['steps'] = [{ step: 'truncate', length: 0 }];
  expect(codes(checkRow('order.channel', steps))).toContain('form');
  const [finding] = checkRow('order.channel', [{ step: 'replaceText', find: '' }]);
  expect(finding).toMatchObject({ code: 'param_invalid', step: 0 });
  expect(finding?.fix).toBe('“Find” must be text of 1 to 255 characters.');
});

it('refuses a path in a parameter that leads nowhere', () => {
  const number = field('Field__c', { type: 'currency', precision: 18, scale: 2 });
  const steps: Row['steps'] = [{ step: 'roundToCurrency', currency: 'order.curency' }];
  const [finding] = checkRow('order.total', steps, {}, number);
  expect(finding).toMatchObject({ code: 'path_unknown', step: 0 });
  expect(finding?.fix).toContain('order.currency');
});

it('refuses a field of the items that they do not have', () => {
  const [finding] = checkRow('order.items', [{ step: 'joinOf', field: 'colour' }]);
  expect(finding).toMatchObject({ code: 'path_unknown', step: 0 });
  expect(finding?.what).toContain('“colour” of each item');
});

it('refuses a row that is not finished', () => {
  expect(codes(checkRow('', [{ step: 'truncate', length: 9 }]))).toEqual(['source_missing']);
  expect(codes(checkRow([]))).toEqual(['source_missing']);
  expect(codes(checkRow('order.channel', [], { target: '' }))).toContain('target_missing');
});

it('lets a row without a source stand on its default', () => {
  expect(checkRow([], [], { default: 'Web' })).toEqual([]);
});

it('says that a field was removed or is hidden', () => {
  const [finding] = checkRow('order.channel', [], {}, null);
  expect(finding).toMatchObject({ code: 'field_missing', field: 'Field__c', severity: 'error' });
  expect(finding?.what).toMatch(/was removed or is hidden from the worker's user\.$/);
  expect(finding?.fix).toContain('edit access to Order__c.Field__c');
});

it('leaves the fields unchecked while nobody has asked the org', () => {
  expect(checkIn({}, orders(row('order.channel')))).toEqual([]);
});

it('refuses a field that cannot be written as the rule says', () => {
  const fixed = field('Field__c', { updateable: false });
  const short: Row['steps'] = [{ step: 'truncate', length: 9 }];
  expect(codes(checkRow('order.channel', short, {}, fixed))).toEqual(['field_not_updateable']);
  expect(checkRow('order.channel', short, { rule: 'onCreate' }, fixed)).toEqual([]);
  const late = field('Field__c', { createable: false });
  expect(codes(checkRow('order.channel', short, {}, late))).toEqual(['field_not_createable']);
  const never = field('Field__c', { createable: false, updateable: false, externalId: true });
  expect(codes(checkRow('order.channel', short, {}, never))).toEqual(['field_not_writable']);
});

it('refuses the way to the shop, which the worker does not go yet', () => {
  const short: Row['steps'] = [{ step: 'truncate', length: 9 }];
  for (const direction of ['toShop', 'both'] as const) {
    const findings = checkRow('order.channel', short, { direction });
    expect(codes(findings)).toEqual(['direction_not_available']);
  }
});

it('refuses to clear a required field, and the key by which a record is found', () => {
  const required = field('Field__c', { nillable: false });
  const short: Row['steps'] = [{ step: 'truncate', length: 9 }];
  const findings = checkRow('order.channel', short, { clearWhenBlank: true }, required);
  expect(codes(findings)).toEqual(['clears_required_field']);
  const keyed = { ...orders(row('key', [], { clearWhenBlank: true })), key: 'Field__c' };
  expect(codes(check(keyed, field('Field__c', { externalId: true })))).toEqual(['clears_key']);
});

it('leaves a row alone that is off, but for its form', () => {
  expect(checkRow('nowhere', [{ step: 'split', separator: ',' }], { off: true }, null)).toEqual([]);
  const broken = { step: 'nope' } as unknown as Row['steps'][number];
  const [finding] = checkRow('nowhere', [broken], { off: true }, null);
  expect(finding).toMatchObject({ code: 'form', row: 'r1', step: 0 });
  expect(finding?.what).toBe('Row 1 (Order__c.Field__c) is not as it must be at “steps[0].step”.');
});

it('goes on with the other rows when the form of one is broken', () => {
  const broken = row('order.channel', [], { rule: 'sometimes' as Row['rule'], id: 'broken' });
  const findings = check(
    orders(broken, row('order.nothing', [], { id: 'other' })),
    field('Field__c'),
  );
  expect(findings.map((finding) => [finding.row, finding.code])).toEqual([
    ['broken', 'form'],
    ['other', 'path_unknown'],
  ]);
});

it('answers for something that is no mapping at all', () => {
  const findings = checkIn({}, null as never);
  expect(findings).toMatchObject([{ code: 'form', target: '', row: null }]);
});

it('knows the documented fields of the shop’s own records, those of its platform only', () => {
  const target = orders(row('order.raw.purchaseOrderNumber', [{ step: 'truncate', length: 9 }]));
  expect(checkIn({ platform: 'clarity' }, target)).toEqual([]);
  expect(checkIn({}, target)).toEqual([]);
  expect(codes(checkIn({ platform: 'bigcommerce' }, target))).toEqual(['path_not_seen']);
});

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
