/**
 * One record as it is kept: text for text, decimal text for numbers, ISO text for dates and times
 * (UTC, whole seconds), 18-character ids, null for nothing.
 */
export type Value = string | boolean | null;
export type Row = Record<string, Value> & { Id: string };

/** A kept text, or undefined where there is none. */
export function textOf(row: Row | undefined, field: string): string | undefined {
  const value = row?.[field];
  return typeof value === 'string' ? value : undefined;
}
