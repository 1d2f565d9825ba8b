import { itemsOf, withoutBlanks } from './lists.ts';
import type { Notes, StepFunction } from './stepDefinition.ts';
import { StepError, textOf } from './values.ts';

export type Table = Readonly<Record<string, string>>;

export interface TableOptions {
  ignoreCase?: boolean;
  /** What a value becomes that is not in the table; undefined refuses it. */
  otherwise: (text: string, note: Notes) => string | undefined;
}

/** Translates a text, or each text of a list. */
export function compileTable(
  values: Table,
  { ignoreCase = false, otherwise }: TableOptions,
): StepFunction {
  const keyOf = (text: string) => (ignoreCase ? text.trim().toLowerCase() : text.trim());
  const table = new Map<string, string>();
  for (const [from, to] of Object.entries(values)) table.set(keyOf(from), to);
  const translate = (value: unknown, note: Notes) => {
    const text = textOf(value);
    const translated = table.get(keyOf(text)) ?? otherwise(text, note);
    if (translated !== undefined) return translated;
    throw new StepError('is not in the table of values; add it there or give the table a default');
  };
  return (value, _input, note) => {
    if (!Array.isArray(value)) return translate(value, note);
    return withoutBlanks(itemsOf(value, note)).map((item) => translate(item, note));
  };
}
