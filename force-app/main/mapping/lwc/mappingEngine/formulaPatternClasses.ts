/** Whether a character, by its code point, is meant. */
export type CharacterTest = (code: number) => boolean;

/** The pattern is none that is understood; the message ends a sentence about it. */
export class PatternError extends Error {}

export const not =
  (test: CharacterTest): CharacterTest =>
  (code) =>
    !test(code);
export const range =
  (from: number, to: number): CharacterTest =>
  (code) =>
    code >= from && code <= to;
export const single = (wanted: number): CharacterTest => range(wanted, wanted);
export const either =
  (tests: readonly CharacterTest[]): CharacterTest =>
  (code) =>
    tests.some((test) => test(code));

const codes = (text: string): CharacterTest => {
  const known = new Set([...text].map((one) => one.codePointAt(0)));
  return (code) => known.has(code);
};
const like =
  (shape: RegExp): CharacterTest =>
  (code) =>
    shape.test(String.fromCodePoint(code));

const digit = range(48, 57);
const upper = range(65, 90);
const lower = range(97, 122);
const letter = either([upper, lower]);
const space = codes(' \t\n\u000b\f\r');

export const isWord = either([letter, digit, single(95)]);
/** What `.` leaves out, as in Java. */
export const isLineEnd = codes('\n\r\u0085\u2028\u2029');

/** `\d` and its like mean ASCII, as in Java. */
export const CLASSES: Readonly<Record<string, CharacterTest>> = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: isWord,
  W: not(isWord),
  h: codes(' \t\u00a0\u1680\u180e\u202f\u205f\u3000'),
  v: codes('\n\u000b\f\r\u0085\u2028\u2029'),
};

/** Behind `\p`. */
export const PROPERTIES: Readonly<Record<string, CharacterTest>> = {
  Alpha: letter,
  Digit: digit,
  Alnum: either([letter, digit]),
  Upper: upper,
  Lower: lower,
  Space: space,
  Punct: codes('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'),
  ASCII: range(0, 127),
  L: like(/\p{L}/u),
  Lu: like(/\p{Lu}/u),
  Ll: like(/\p{Ll}/u),
  N: like(/\p{N}/u),
  Nd: like(/\p{Nd}/u),
  P: like(/\p{P}/u),
  S: like(/\p{S}/u),
  Z: like(/\p{Z}/u),
  IsAlphabetic: like(/\p{Alphabetic}/u),
};

export const CONTROLS: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  f: 12,
  a: 7,
  e: 27,
};

/** ASCII letters in both cases, as Java's (?i) does. */
export function anyCase(test: CharacterTest): CharacterTest {
  return (code) =>
    test(code) || (upper(code) && test(code + 32)) || (lower(code) && test(code - 32));
}
