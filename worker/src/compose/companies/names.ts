/** A company's name as it is compared: no case, accents, spaces or punctuation. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * SOQL patterns that find a name however its words are spaced and punctuated; what they find is more
 * than what is meant, and is compared by `foldName`. None for a name without letters and digits.
 */
export function namePatterns(name: string): string[] {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  // Nothing there holds what LIKE or a literal would read as its own.
  const pattern = words.join('%');
  return [pattern, `${pattern}_`];
}
