import { describe, it, expect } from 'vitest';
import { through } from './one-row.ts';

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
