import type { FieldDescribe } from './describe.ts';
import { meaningsOf, weightOf, wordsOf } from './suggestWords.ts';

export type FieldFact = Pick<FieldDescribe, 'name' | 'label' | 'type'> &
  Partial<Pick<FieldDescribe, 'values'>>;

/** A name or a label, taken apart. */
export interface KnownName {
  /** Its words without what stands between them. */
  text: string;
  meanings: [meaning: string, weight: number][];
  /** Of all meanings. */
  weight: number;
}

export interface KnownField {
  names: KnownName[];
  /** The values of a picklist in small letters; null where it has none. */
  offered: ReadonlySet<string> | null;
}

const KNOWN = new WeakMap<FieldFact, KnownField>();

/** What the names of a field mean; each field is taken apart once, as it meets every source. */
export function knowField(field: FieldFact): KnownField {
  let known = KNOWN.get(field);
  if (!known) {
    const { name, label, values = [] } = field;
    const offered = new Set(values.map(({ value }) => value.toLowerCase()));
    known = {
      names: [name, label].map(knowName),
      offered: offered.size > 0 ? offered : null,
    };
    KNOWN.set(field, known);
  }
  return known;
}

function knowName(name: string): KnownName {
  const words = wordsOf(name);
  const meanings = meaningsOf(words).map((meaning): [string, number] => [
    meaning,
    weightOf(meaning),
  ]);
  const weight = meanings.reduce((sum, [, one]) => sum + one, 0);
  return { text: words.join(''), meanings, weight };
}
