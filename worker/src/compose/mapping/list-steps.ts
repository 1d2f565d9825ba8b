import { truncate } from './text-steps.ts';
import { isBlank, textOf } from './values.ts';

export function first(value: unknown): unknown {
  return listOf(value).find((item) => !isBlank(item));
}

/** Whole items, each once, as many as fit; the first one is cut when it alone is too long. */
export function join(value: unknown, separator: string, max: number): string {
  const items = new Set(
    listOf(value)
      .filter((item) => !isBlank(item))
      .map((item) => textOf(item).trim()),
  );
  let joined = '';
  for (const item of items) {
    const longer = joined === '' ? truncate(item, max) : joined + separator + item;
    if (longer.length > max) break;
    joined = longer;
  }
  return joined;
}

export function concat(value: unknown, separator: string): string | null {
  const items = listOf(value);
  return items.some(isBlank) ? null : items.map(textOf).join(separator);
}

export function localPart(text: string): string {
  const at = text.lastIndexOf('@');
  return at > 0 ? text.slice(0, at) : text;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
