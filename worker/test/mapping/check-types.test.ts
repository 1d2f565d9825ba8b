import { expect, it } from 'vitest';
import type { FieldDescribe, Row } from '#mapping-engine';
import { checkRow, codes, field } from './check-kit.ts';

type Steps = Row['steps'];

const NUMBER = field('Field__c', { type: 'double', precision: 18, scale: 2 });
const MOMENT = field('Field__c', { type: 'datetime' });
const DAY = field('Field__c', { type: 'date' });
const CHECKBOX = field('Field__c', { type: 'boolean' });
const LOOKUP = field('Field__c', { type: 'reference', referenceTo: ['Contact'] });

function picklist(more: Partial<FieldDescribe> = {}): FieldDescribe {
  const values = ['Open', 'Closed'].map((value) => ({ value, label: value }));
  return field('Field__c', { type: 'picklist', restricted: true, values, ...more });
}

it.each<[string, string, Steps, FieldDescribe]>([
  ['text into a number field', 'order.channel', [], NUMBER],
  ['a moment into a date field', 'order.placedAt', [], DAY],
  ['a date into a date and time field', 'order.placedAt', [{ step: 'date' }], MOMENT],
  ['text into a checkbox', 'order.channel', [], CHECKBOX],
  ['a checkbox into text', 'order.archived', [], field('Field__c')],
  ['a list into text', 'order.items.sku', [], field('Field__c')],
  ['a number into an email field', 'order.total', [], field('Field__c', { type: 'email' })],
])('refuses %s', (_name, source, steps, target) => {
  const [finding] = checkRow(source, steps, {}, target);
  expect(finding).toMatchObject({ code: 'type_mismatch', severity: 'error', field: 'Field__c' });
  expect(finding?.fix).toMatch(/^End the row with .+, or choose another field\.$/);
});

it.each<[string, string, Steps, FieldDescribe]>([
  ['a number into a number field', 'order.total', [], NUMBER],
  ['text made a number', 'order.channel', [{ step: 'integer', digits: 4 }], NUMBER],
  ['a date into text', 'order.placedAt', [], field('Field__c')],
  ['a moment made a date', 'order.placedAt', [{ step: 'date' }], DAY],
  ['a checkbox into a checkbox', 'order.archived', [], CHECKBOX],
  ['a number into text', 'order.total', [], field('Field__c')],
])('takes %s', (_name, source, steps, target) => {
  expect(checkRow(source, steps, {}, target)).toEqual([]);
});

it('warns about text that may be longer than its field, and says with what to cut it', () => {
  const short = field('Field__c', { length: 20 });
  const [finding] = checkRow('order.channel', [], {}, short);
  expect(finding).toMatchObject({ code: 'may_be_too_long', severity: 'warning' });
  expect(finding?.fix).toBe('Add the step Shorten with 20 characters at the end.');
  expect(codes(checkRow('order.channel', [{ step: 'truncate', length: 21 }], {}, short))).toEqual([
    'may_be_too_long',
  ]);
  expect(checkRow('order.channel', [{ step: 'truncate', length: 20 }], {}, short)).toEqual([]);
});

it('knows how long email addresses, currencies and Cartbridge’s own keys are', () => {
  expect(
    checkRow('order.email', [{ step: 'email' }], {}, field('Field__c', { length: 80 })),
  ).toEqual([]);
  expect(checkRow('order.currency', [], {}, field('Field__c', { length: 3 }))).toEqual([]);
  expect(checkRow('customerKey', [], {}, field('Field__c', { length: 120 }))).toEqual([]);
});

it('follows the length through several sources', () => {
  const steps: Steps = [{ step: 'first' }];
  const target = field('Field__c', { length: 3 });
  expect(checkRow(['order.currency', 'order.shopCurrency'], steps, {}, target)).toEqual([]);
  expect(codes(checkRow(['order.currency', 'order.channel'], steps, {}, target))).toEqual([
    'may_be_too_long',
  ]);
});

it('warns about numbers with more digits than the field has', () => {
  const wide: Steps = [{ step: 'decimal', precision: 20, scale: 2 }];
  expect(codes(checkRow('order.total', wide, {}, NUMBER))).toEqual(['too_many_digits']);
  const fine: Steps = [{ step: 'decimal', precision: 18, scale: 4 }];
  const small = field('Field__c', { type: 'double', precision: 18, scale: 2 });
  expect(codes(checkRow('order.total', fine, {}, small))).toEqual(['too_many_decimals']);
});

it('refuses words that a restricted picklist does not have', () => {
  const values = { packed: 'Open', sent: 'Sent' };
  const [finding] = checkRow('order.shopStatus', [{ step: 'valueTable', values }], {}, picklist());
  expect(finding).toMatchObject({ code: 'not_in_picklist', severity: 'error' });
  expect(finding?.what).toContain('“Sent”');
  expect(codes(checkRow([], [], { default: 'Broken' }, picklist()))).toEqual(['not_in_picklist']);
  expect(checkRow([], [], { default: 'Open' }, picklist())).toEqual([]);
});

it('looks at each value of a multi-select picklist', () => {
  const several = picklist({ type: 'multipicklist' });
  expect(checkRow([], [], { default: 'Open;Closed' }, several)).toEqual([]);
  expect(codes(checkRow([], [], { default: 'Open;Broken' }, several))).toEqual(['not_in_picklist']);
});

it('warns where nobody knows which words a restricted picklist will get', () => {
  const [finding] = checkRow('order.shopStatus', [], {}, picklist());
  expect(finding).toMatchObject({ code: 'picklist_values_unknown', severity: 'warning' });
  expect(checkRow('order.shopStatus', [], {}, picklist({ restricted: false }))).toEqual([]);
});

it('refuses a default of another type, too long or too large', () => {
  expect(codes(checkRow([], [], { default: 'many' }, NUMBER))).toEqual(['default_type_mismatch']);
  expect(codes(checkRow([], [], { default: true }, NUMBER))).toEqual(['default_type_mismatch']);
  expect(checkRow([], [], { default: '12.50' }, NUMBER)).toEqual([]);
  expect(checkRow([], [], { default: '1970-01-01' }, DAY)).toEqual([]);
  const text = field('Field__c', { length: 2 });
  expect(codes(checkRow([], [], { default: 'None' }, text))).toEqual(['default_too_long']);
  const small = field('Field__c', { type: 'int', digits: 2 });
  expect(codes(checkRow([], [], { default: 100 }, small))).toEqual(['default_too_long']);
});

it('fills lookup fields with records only, and with records of the right object', () => {
  expect(checkRow('@person', [], {}, LOOKUP)).toEqual([]);
  expect(codes(checkRow('order.channel', [], {}, LOOKUP))).toEqual(['field_type_unsupported']);
  const [finding] = checkRow('@lead', [], {}, LOOKUP);
  expect(finding).toMatchObject({ code: 'link_to_other_object', severity: 'error' });
  expect(finding?.fix).toBe('Choose a lookup field to Lead.');
  expect(codes(checkRow('@person'))).toEqual(['link_needs_lookup']);
  expect(codes(checkRow('@nobody', [], {}, LOOKUP))).toEqual(['link_unknown']);
  expect(codes(checkRow(['@person', 'order.channel'], [], {}, LOOKUP))).toEqual(['link_not_alone']);
  expect(codes(checkRow('@person', [{ step: 'trim' }], {}, LOOKUP))).toEqual(['link_not_alone']);
});

it('makes text of single values only', () => {
  expect(checkRow('order.archived', [{ step: 'text' }])).toEqual([]);
  expect(codes(checkRow('order.items', [{ step: 'text' }]))).toContain('step_type_mismatch');
  expect(codes(checkRow('order.items.sku', [{ step: 'text' }]))).toContain('step_type_mismatch');
});
