import { describe, expect, it } from 'vitest';
import { compilePattern } from '#mapping-engine/formulaPattern';
import { PatternError } from '#mapping-engine/formulaPatternClasses';

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
