/** A letter that begins a word: after a space, a hyphen, a slash or a bracket, not an apostrophe. */
const FIRST_LETTERS = /(^|[\s\-/(&.])(\p{L})/gu;

const CHANGES = {
  lower: (text: string) => text.toLowerCase(),
  upper: (text: string) => text.toUpperCase(),
  title: (text: string) =>
    text
      .toLowerCase()
      .replace(FIRST_LETTERS, (_, before: string, letter: string) => before + letter.toUpperCase()),
  sentence: (text: string) =>
    text.toLowerCase().replace(/\p{L}/u, (letter) => letter.toUpperCase()),
};

export type LetterCase = keyof typeof CHANGES;

export function changeCase(text: string, to: LetterCase): string {
  return CHANGES[to](text);
}
