import { describe, expect, it } from 'vitest';
import { compileFormula } from '#mapping-engine/formula';
import { compilePattern } from '#mapping-engine/formulaPattern';
import { PatternError } from '#mapping-engine/formulaPatternClasses';
import { answer, fault, refusal } from './formula-kit.ts';

const nested = (levels: number): string => 'IF(TRUE, '.repeat(levels) + '1' + ', 2)'.repeat(levels);

/** Generous, so that only a way that grows out of all bounds fails on a busy machine. */
const SOON = 5_000;

describe('the bounds of formulas', () => {
  it('a hundred IF in each other are answered, one more is refused', () => {
    expect(answer(nested(100))).toBe('1');
    expect(refusal(nested(101)).message).toContain('too deeply nested');
  });

  it('signs, parentheses and NOT count as levels too', () => {
    for (const text of ['-'.repeat(3000) + '1', '('.repeat(3900), 'NOT '.repeat(900) + 'TRUE']) {
      expect(refusal(text).message).toContain('too deeply nested');
    }
  });

  it('a text of 3,900 characters is a formula, one of 3,901 is not', () => {
    expect(answer(`${'1+'.repeat(1949)}10`)).toBe('1959');
    const { message } = refusal(`${'1+'.repeat(1950)}1`);
    expect(message).toBe(
      'Formula is too long (3901 characters). Maximum length is 3900 characters.',
    );
  });

  it('a number of a thousand digits is refused', () => {
    expect(refusal('1'.repeat(1000)).message).toContain('is not a valid number');
  });

  it.each([
    ['LPAD("a", 1000000)', 'a padding of a million'],
    ['SUBSTITUTE('.repeat(60) + '"aaaaaaaa"' + ', "a", "aaaaaaaa")'.repeat(60), 'text times eight'],
    ['big & big', 'two long texts'],
    ['big + big', 'two long texts, added'],
    ['SUBSTITUTE(big, "a", "bb")', 'a text twice as long'],
    ['UPPER(SUBSTITUTE(big, "a", "ß"))', 'capitals that are longer'],
  ])('%# no text grows over 131,072 characters: %s', (text) => {
    expect(fault(text, { big: 'a'.repeat(100_000) })).toBe(
      'leads to a text of more than 131072 characters',
    );
  });

  it('a field with more characters than any field holds is refused', () => {
    expect(fault('big', { big: 'a'.repeat(131_073) })).toContain('more than 131072 characters');
  });

  it.each([
    ['REGEX(big, "(a+)+$")', false],
    ['REGEX(big, "(a|aa)*b")', true],
    ['REGEX(big, "(.*)(.*)(.*)(.*)(.*)c")', false],
    ['REGEX(big, "([a-z]+)*!")', false],
  ])('%s answers %j within seconds for 100,000 characters', (text, expected) => {
    const before = performance.now();
    expect(answer(text, { extra: { big: `${'a'.repeat(100_000)}b` } })).toBe(expected);
    expect(performance.now() - before).toBeLessThan(SOON);
  });

  it.each([
    ['CONTAINS(big, part)', false],
    ['FIND(part, big)', '0'],
    ['SUBSTITUTE(big, part, "") = big', true],
  ])('%s answers %j within seconds however alike the texts are', (text, expected) => {
    const part = `${'a'.repeat(30_000)}b${'a'.repeat(35_000)}`;
    const before = performance.now();
    expect(answer(text, { extra: { big: 'a'.repeat(131_072), part } })).toBe(expected);
    expect(performance.now() - before).toBeLessThan(SOON / 5);
  });

  it('a pattern of nearly 2,000 states gives up on a long text instead of holding up the others', () => {
    const before = performance.now();
    const text = 'REGEX(big, "(a*){900}b")';
    expect(fault(text, { big: 'a'.repeat(131_072) })).toBe(
      'leads to a text too long for its pattern',
    );
    expect(performance.now() - before).toBeLessThan(SOON);
  });

  it.each(['((a{50}){50}){50}', '((((){1000}){1000}){1000})a', 'a{2001}', '(a?){1500}'])(
    'the pattern %s repeats too much and is refused at once',
    (pattern) => {
      expect(refusal(`REGEX("a", "${pattern}")`).message).toMatch(/repeats? too much|at most 2000/);
    },
  );

  it('an evaluation takes microseconds', () => {
    const formula = compileFormula(
      'IF(AND(order.total >= 100, NOT(ISBLANK(order.country))), ' +
        'UPPER(LEFT(order.country, 2)) & "-" & TEXT(ROUND(order.total * 1.19, 2)), "none")',
    );
    const record: Record<string, unknown> = { 'order.total': '129.95', 'order.country': 'germany' };
    const lookUp = (path: string): unknown => record[path];
    const now = new Date();
    const before = performance.now();
    for (let count = 0; count < 5_000; count++) formula.evaluate(lookUp, now);
    expect(formula.evaluate(lookUp, now)).toBe('GE-154.64');
    expect((performance.now() - before) / 5_000).toBeLessThan(0.2);
  });
});

const fits = (pattern: string, text: string): boolean =>
  compilePattern(pattern).fits(text, { left: 1_000_000 });

describe('patterns fit a whole text, as in Java', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abcd', false],
    ['', '', true],
    ['a|bc', 'bc', true],
    ['(ab)+', 'ababab', true],
    ['(?:ab){2}', 'abab', true],
    ['(?<year>\\d{4})', '2026', true],
    ['a{2,3}', 'aaaa', false],
    ['a{2,}', 'aaaa', true],
    ['a*?b', 'aab', true],
    ['.', '\n', false],
    ['(?s).', '\n', true],
    ['(?i)straSSe', 'STRAsse', true],
    ['a(?i)b', 'aB', true],
    ['a((?i)b)c', 'aBC', false],
    ['(?i)[^a]', 'A', false],
    ['[a-c]', 'b', true],
    ['[^a-c]', 'b', false],
    ['[]a]', ']', true],
    ['[a-]', '-', true],
    ['[\\d.-]+', '1.2-3', true],
    ['[\\]\\\\]+', ']\\', true],
    ['\\w+\\s\\W', 'ab !', true],
    ['\\d', '٣', false],
    ['\\p{L}+', 'Größe', true],
    ['\\p{Lu}\\P{Lu}', 'Äb', true],
    ['\\p{Punct}', '!', true],
    ['\\u20ac\\x41', '€A', true],
    ['\\.\\*\\(', '.*(', true],
    ['^a$', 'a', true],
    ['a^b', 'ab', false],
    ['\\bcat\\b', 'cat', true],
    ['.*\\bcat\\b.*', 'concat x', false],
    ['a\\Bb', 'ab', true],
    ['.', '😀', true],
    ['(a*)*', 'aaa', true],
    ['(a|)+b', 'b', true],
    ['(|a){3}', 'aa', true],
  ])('%s and %j: %j', (pattern, text, expected) => {
    expect(fits(pattern, text)).toBe(expected);
  });

  it.each([
    ['(?=a)', 'looks ahead or back, or has flags other than (?i) and (?s)'],
    ['(?<!a)b', 'looks ahead or back, or has flags other than (?i) and (?s)'],
    ['(?>a)', 'looks ahead or back, or has flags other than (?i) and (?s)'],
    ['(a)\\1', 'refers back to a group'],
    ['(?<n>a)\\k<n>', 'refers back to a group'],
    ['a*+', 'has a possessive repeat such as *+'],
    ['*a', 'has a * with nothing before it'],
    ['(a', 'has a ( without its )'],
    ['a)', 'has a ) without its ('],
    ['[a', 'has a [ without its ]'],
    ['[z-a]', 'has a wrong range in [ ]'],
    ['[a&&b]', 'has && inside of [ ]'],
    ['[a[b]]', 'has a [ inside of [ ]; write \\['],
    ['a{3,2}', 'has a wrong repeat; write {2,5}'],
    ['a{x}', 'has a wrong repeat; write {2,5}, at most 2000'],
    ['a\\', 'ends with a backslash'],
    ['\\y', 'has a \\y that is not known'],
    ['\\x4', 'has a \\x without its 2 hexadecimal digits'],
    ['\\p{Nope}', 'has a \\p{Nope} that is not known'],
    ['('.repeat(60) + ')'.repeat(60), 'has more than 50 groups in each other'],
  ])('%s is refused because it %s', (pattern, reason) => {
    expect(() => compilePattern(pattern)).toThrow(new PatternError(reason));
  });
});
