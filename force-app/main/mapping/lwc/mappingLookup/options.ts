import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import type { Choice } from 'c/mappingView';

/** Who sees more of them types. */
const MOST = 60;

export interface OptionView extends Choice {
  key: string;
  at: number;
  /** The group, above the first of it. */
  heading: string;
  selected: string;
  className: string;
}

/** Choices in which every typed word occurs, and what was typed itself where that may be chosen. */
export function matching(
  choices: readonly Choice[],
  typed: string,
  free?: (text: string) => Choice | undefined,
): Choice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ label, detail, meta, group }) => {
    const text = `${label}\n${detail}\n${meta}\n${group}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const own = words.length > 0 ? free?.(typed) : undefined;
  const sorted = beginningFirst(found, typed.trim().toLowerCase());
  return own && !choices.some(({ value }) => value === own.value) ? [...sorted, own] : sorted;
}

/** In each group what begins with the typed text comes first: Germany before Algeria. */
function beginningFirst(found: readonly Choice[], typed: string): Choice[] {
  const groups = new Map(
    [...new Set(found.map(({ group }) => group))].map((name, at) => [name, at]),
  );
  const rank = ({ label, group }: Choice): number =>
    2 * (groups.get(group) ?? 0) + Number(!label.toLowerCase().startsWith(typed));
  return found.toSorted((one, other) => rank(one) - rank(other));
}

export function optionViews(
  matches: readonly Choice[],
  value: string,
  active: number,
): OptionView[] {
  return matches.slice(0, MOST).map((choice, at, all) => ({
    ...choice,
    at,
    key: `option-${at}`,
    heading: choice.group === all[at - 1]?.group ? '' : choice.group,
    selected: String(choice.value === value),
    className: [
      'option',
      at === active ? 'active' : '',
      choice.value === value ? 'chosen' : '',
    ].join(' '),
  }));
}

export function noteOf(found: number): string {
  if (found === 0) return labels.lookupNone;
  return found > MOST ? fill(labels.lookupMore, found - MOST) : '';
}
