import type { RowView } from './rowView';

export const SHOWN = ['all', 'attention', 'changed', 'off', 'missing'] as const;
export type Shown = (typeof SHOWN)[number];

export interface TableFilter {
  shown: Shown;
  /** Every word of it must occur somewhere in a row. */
  search: string;
}

export const ALL_ROWS: TableFilter = { shown: 'all', search: '' };

const IS_SHOWN: Record<Shown, (row: RowView) => boolean> = {
  all: () => true,
  attention: ({ needsAttention }) => needsAttention,
  changed: ({ change }) => change !== '',
  off: ({ isOff }) => isOff,
  missing: ({ isMissing }) => isMissing,
};

/** `kept` stays whatever the filter says: a row that is being edited must not go away. */
export function filtered(
  rows: readonly RowView[],
  { shown, search }: TableFilter,
  kept = '',
): RowView[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      row.id === kept || (IS_SHOWN[shown](row) && words.every((word) => row.text.includes(word))),
  );
}

export function countsOf(rows: readonly RowView[]): Record<Shown, number> {
  const counts = SHOWN.map((shown) => [shown, rows.filter(IS_SHOWN[shown]).length] as const);
  return Object.fromEntries(counts) as Record<Shown, number>;
}
