/** A text in the quotes of SOQL. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** A pattern of LIKE in which the text stands for nothing but itself. */
export function likeText(before: string, text: string, after: string): string {
  const escaped = text.replace(/[\\']/g, '\\$&').replace(/[%_]/g, '\\$&');
  return `'${before}${escaped}${after}'`;
}

/** Joins conditions, each in its own brackets; undefined when there are none. */
export function together(parts: (string | undefined)[], word: 'AND' | 'OR'): string | undefined {
  const conditions = parts.filter((part) => part !== undefined);
  if (conditions.length < 2) return conditions[0];
  return conditions.map((part) => `(${part})`).join(` ${word} `);
}
