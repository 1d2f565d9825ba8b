import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES, type Step } from '#mapping-engine';
import { mapRows, row, through } from './one-row.ts';

describe('texts', () => {
  it.each([
    ['text', 12.5, '12.5'],
    ['text', false, 'false'],
    ['text', { a: 1 }, 'The value is a record where text is needed.'],
    ['trim', '  Jane  ', 'Jane'],
  ] as const)('%s makes %j to %j', (step, value, expected) => {
    expect(through(value, { step })).toBe(expected);
  });

  it.each([
    ['lower', 'JANE Doe', 'jane doe'],
    ['upper', 'Jane Doe', 'JANE DOE'],
    ['title', 'jane ann-marie o’neil (acme inc)', 'Jane Ann-Marie O’neil (Acme Inc)'],
    ['title', 'ÉCOLE ŒUVRE', 'École Œuvre'],
    ['sentence', 'ON ITS WAY. SOON', 'On its way. soon'],
  ] as const)('are written in %s case', (to, value, expected) => {
    expect(through(value, { step: 'case', to })).toBe(expected);
  });

  it.each([
    ['Linen Towel', 20, 'Linen Towel'],
    ['Linen Towel', 5, 'Linen'],
    ['Linen Towel', 6, 'Linen'],
    ['ab😀', 3, 'ab'],
    ['ab😀', 4, 'ab😀'],
  ])('%j is cut to %j characters as %j', (value, length, expected) => {
    expect(through(value, { step: 'truncate', length })).toBe(expected);
  });

  it('are replaced as they stand, for there are no patterns', () => {
    expect(through('a.b.c', { step: 'replaceText', find: '.', with: ' / ' })).toBe('a / b / c');
    expect(through('a$1b', { step: 'replaceText', find: '$1', with: '$&' })).toBe('a$&b');
    expect(through('No. 12', { step: 'replaceText', find: 'No. ' })).toBe('12');
  });

  it('are refused before a replacement makes them longer than any field', () => {
    const step = { step: 'replaceText', find: 'a', with: 'b'.repeat(255) } as const;
    expect(through('a'.repeat(100_000), step)).toMatch(/longer than any field/);
  });

  it('longer than any field are refused by the step', () => {
    expect(through('a'.repeat(131_073), { step: 'trim' })).toBe(
      'The value is text of 131073 characters, more than any field holds.',
    );
    expect(through('a'.repeat(131_073))).toMatch(/more than any field holds/);
    expect(through('a'.repeat(131_072), { step: 'trim' })).toHaveLength(131_072);
  });
});

describe('email addresses', () => {
  it.each([
    [' Jane@Example.COM ', 'jane@example.com'],
    ['jane', 'The value is not a complete email address.'],
    ['jane@example', 'The value is not a complete email address.'],
    ['a@b.c, d@e.f', 'The value is not a complete email address.'],
    [`${'a'.repeat(80)}@b.c`, 'The value is an email address of more than 80 characters.'],
  ])('%j becomes %j', (value, expected) => {
    expect(through(value, { step: 'email' })).toBe(expected);
  });

  it('that look like a bomb for a pattern are refused at once', () => {
    const begun = performance.now();
    expect(through(`a@${'.'.repeat(100_000)}@`, { step: 'email' })).toMatch(/80 characters/);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it.each([
    ['jane.doe@example.com', 'localPart', 'jane.doe'],
    ['no address', 'localPart', 'no address'],
    ['jane@WWW.Example.com', 'domain', 'example.com'],
    ['https://www.example.com:8080/a', 'domain', 'example.com'],
    ['no address', 'domain', undefined],
    ['http://', 'domain', undefined],
  ] as const)('%j has the %s %j', (value, step, expected) => {
    expect(through(value, { step })).toBe(expected);
  });
});

describe('web addresses', () => {
  it.each([
    ['https://store.example.com/a?b=c#d', 'https://store.example.com/a?b=c#d'],
    [' http://localhost:4300/cart ', 'http://localhost:4300/cart'],
    ['https://bücher.example/ä', 'https://bücher.example/ä'],
    ['https://user@example.com', 'https://user@example.com'],
    ['ftp://example.com', 'The value is not a complete web address.'],
    ['javascript:alert(1)', 'The value is not a complete web address.'],
    ['example.com', 'The value is not a complete web address.'],
    ['https://exa mple.com', 'The value is not a complete web address.'],
    ['https://', 'The value is not a complete web address.'],
    [
      `https://example.com/${'a'.repeat(255)}`,
      'The value is a web address of more than 255 characters.',
    ],
  ])('%j becomes %j', (value, expected) => {
    expect(through(value, { step: 'url' })).toBe(expected);
  });

  it('become another text where one is named', () => {
    expect(through('none', { step: 'url', otherwise: 'None' })).toBe('None');
    expect(through('https://example.com/long', { step: 'url', length: 10, otherwise: '-' })).toBe(
      '-',
    );
  });
});

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
