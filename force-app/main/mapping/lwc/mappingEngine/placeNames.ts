const MARKS = /\p{M}+/gu;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

/** Longer than any name of a country or state. */
const MOST_CHARACTERS = 100;

/**
 * One spelling for all ways to write a name: without case, accents, points, spaces and a "the"
 * before or behind it. Blank for text that cannot be a name.
 */
export function placeKey(text: string): string {
  if (text.length > MOST_CHARACTERS) return '';
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/^\s*the\s|\(the\)\s*$/g, '')
    .replace(/\bst\.?\s/g, 'saint ')
    .replace(NOT_LETTERS, '');
}
