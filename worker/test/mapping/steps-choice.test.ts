import { describe, it, expect } from 'vitest';
import { ORDER_STATUSES, type Step } from '#mapping-engine';
import { mapRows, row, through } from './one-row.ts';

describe('a table of values', () => {
  const values = { US: 'America', DE: 'Europe' };

  it('translates a text, or every text of a list', () => {
    expect(through('DE', { step: 'valueTable', values })).toBe('Europe');
    const steps: Step[] = [{ step: 'valueTable', values }, { step: 'multiSelect' }];
    expect(through(['DE', null, 'US', 'DE'], ...steps)).toBe('Europe;America');
  });

  it('refuses what is not in it, also names of the language', () => {
    for (const value of ['FR', 'de', 'constructor', '__proto__', 'toString'])
      expect(through(value, { step: 'valueTable', values })).toMatch(/not in the table of values/);
  });

  it('gives its default for what is not in it, and reports the value', () => {
    const table: Step = { step: 'valueTable', values, default: 'Other' };
    expect(mapRows([row('value', [table])], { value: 'FR' })).toMatchObject({
      fields: { Field__c: 'Other' },
      problems: [],
      unmapped: [{ target: 'order', row: 'r1', field: 'Field__c', value: 'FR' }],
    });
  });

  it('may take small and capital letters for the same', () => {
    expect(through(' de ', { step: 'valueTable', values, ignoreCase: true })).toBe('Europe');
  });
});

describe('choices', () => {
  it.each([
    [true, true],
    ['TRUE', true],
    ['yes', true],
    [1, true],
    [false, false],
    ['off', false],
    [0, false],
    ['maybe', 'The value is neither true nor false.'],
    [2, 'The value is neither true nor false.'],
  ])('%j becomes the checkbox %j', (value, expected) => {
    expect(through(value, { step: 'boolean' })).toBe(expected);
  });

  it('writes true and false in two words', () => {
    const step: Step = { step: 'yesNo', yes: 'Ja', no: 'Nein' };
    expect([through(true, step), through('no', step)]).toEqual(['Ja', 'Nein']);
  });

  it('keeps a customer group, or gives it the admin’s word', () => {
    const step: Step = { step: 'customerGroup', values: { wholesale: 'B2B' } };
    expect([through('Wholesale', step), through(' Retail ', step)]).toEqual(['B2B', 'Retail']);
  });

  it.each(ORDER_STATUSES.map((status) => [status]))('knows the order status %s', (status) => {
    expect(through(status, { step: 'orderStatus' })).toBe(status);
    const spelled = status.toUpperCase().replaceAll(' ', '_');
    expect(through(spelled, { step: 'orderStatus' })).toBe(status);
  });

  it('gives a status the admin’s word, and refuses one that nobody knows', () => {
    const step: Step = { step: 'orderStatus', values: { 'Awaiting Pickup': 'Ready' } };
    expect(through('Awaiting Pickup', step)).toBe('Ready');
    expect(through('Canceled', step)).toBe('Cancelled');
    expect(through('Beamed up', step)).toMatch(/not in the table of values/);
  });

  it('joins a multi-select picklist, and refuses an entry that would become two', () => {
    expect(through(['A', 'B', 'A'], { step: 'multiSelect' })).toBe('A;B');
    expect(through(['A;B', 'C'], { step: 'multiSelect' })).toMatch(/semicolon/);
    expect(through('A;B', { step: 'multiSelect' })).toBe('A;B');
  });

  it('says something instead of nothing', () => {
    expect(through(null, { step: 'defaultTo', value: 'None' })).toBe('None');
    expect(through(' ', { step: 'trim' }, { step: 'defaultTo', value: 'None' })).toBe('None');
    expect(through('A', { step: 'defaultTo', value: 'None' })).toBe('A');
  });
});
