import { expect, jest, test } from '@jest/globals';
import type { FieldDescribe, Step } from 'c/mappingEngine';
import { conditionText, countryName, stepText, typeText, withoutRow } from 'c/mappingView';

jest.mock('@salesforce/label/c.Mapping_Fields_Is_Equal', () => ({ default: '{0} is {1}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Mapping_Fields_Is_One_Of', () => ({ default: '{0} of {1}' }), {
  virtual: true,
});

const field = (more: Partial<FieldDescribe>): FieldDescribe => ({
  ...{ name: 'A__c', label: 'A', type: 'string' },
  ...{ createable: true, updateable: true, nillable: true },
  ...more,
});

test('a type is written as field setup writes it', () => {
  expect(typeText(field({ length: 80 }))).toBe('c.Mapping_Fields_Type_Text (80)');
  const number = field({ type: 'double', precision: 18, scale: 4 });
  expect(typeText(number)).toBe('c.Mapping_Fields_Type_Number (14, 4)');
  expect(typeText(field({ type: 'location' }))).toBe('location');
});

test('a step is its label with what was chosen for it', () => {
  expect(stepText({ step: 'trim' })).toBe('Trim');
  expect(stepText({ step: 'truncate', length: 40 } as Step)).toBe('Shorten (40)');
  const table = { step: 'valueTable', values: { a: 'b', c: 'd' } } as Step;
  expect(stepText(table)).toBe('Table of values (c.Mapping_Fields_Items)');
  expect(stepText({ step: 'gone' } as unknown as Step)).toBe('gone');
});

test('a condition is told in words, a formula as it is', () => {
  const equal = { path: 'order.status', is: 'equal', value: 'Open' } as const;
  expect(conditionText(equal, () => 'Status')).toBe('Status is Open');
  const several = { path: 'order.status', is: 'oneOf', values: ['A', 'B'] } as const;
  expect(conditionText({ ...several, values: [...several.values] })).toBe('order.status of A, B');
  expect(conditionText({ formula: 'order.total > 5' })).toBe('order.total > 5');
});

test('what is said of a row is shortened where the row stands above', () => {
  expect(withoutRow('Row 6 (Order__c.Status__c) reads “x”.')).toBe('Reads “x”.');
  expect(withoutRow('Row 2 of Order__c has no field.')).toBe('Has no field.');
  expect(withoutRow('The condition of row 7 (Lead.Email) has no field.')).toBe(
    'The condition has no field.',
  );
  expect(withoutRow('Something else.')).toBe('Something else.');
});

test('a country is named in the words of the user', () => {
  expect(countryName('DE')).toBe('Germany');
  for (const code of ['', '1', 'Nowhere']) expect(countryName(code)).toBe(code);
});
