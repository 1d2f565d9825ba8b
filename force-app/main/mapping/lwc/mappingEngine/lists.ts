import type { Notes } from './stepDefinition.ts';
import { isBlank, listOf, LONGEST_LIST, LONGEST_TEXT, StepError, textOf } from './values.ts';

/** The items that count; says so when there are more. */
export function itemsOf(value: unknown, note: Notes): readonly unknown[] {
  const items = listOf(value);
  if (items.length <= LONGEST_LIST) return items;
  note.problem(`is a list of more than ${LONGEST_LIST}; only the first ${LONGEST_LIST} counted`);
  return items.slice(0, LONGEST_LIST);
}

export function withoutBlanks(items: readonly unknown[]): unknown[] {
  return items.filter((item) => !isBlank(item));
}

/** Each text once, trimmed, in the order of its first appearance. */
export function distinctTexts(items: readonly unknown[]): string[] {
  return [...new Set(withoutBlanks(items).map((item) => textOf(item).trim()))];
}

/** Whole texts, as many as fit; the first one is cut by `cut` when it alone is too long. */
export function joinWhole(
  texts: readonly string[],
  separator: string,
  max: number,
  cut: (text: string, length: number) => string,
): string {
  let joined = '';
  for (const text of texts) {
    const longer = joined === '' ? cut(text, max) : joined + separator + text;
    if (longer.length > max) break;
    joined = longer;
  }
  return joined;
}

/** Throws a StepError when the result would be longer than any field, before it is made. */
export function joinAll(texts: readonly string[], separator: string): string {
  const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0);
  if (length - separator.length > LONGEST_TEXT)
    throw new StepError('would be a text longer than any field');
  return texts.join(separator);
}
