/** What became of the entries of a list whose entries have ids. */
export interface ListDiff<Entry> {
  removed: Entry[];
  kept: { before: Entry; after: Entry }[];
  /** In the order in which they stand afterwards. */
  placed: Placed<Entry>[];
}

export interface Placed<Entry> {
  kind: 'added' | 'moved';
  entry: Entry;
  /** The id of the one before it; null for the first. */
  follows: string | null;
}

interface Identified {
  id: string;
}

/** Moves as few entries as possible. */
export function diffLists<Entry extends Identified>(
  before: readonly Entry[],
  after: readonly Entry[],
): ListDiff<Entry> {
  const positions = new Map(before.map(({ id }, index) => [id, index]));
  const remaining = new Set(after.map(({ id }) => id));
  const staying = stayingOf(after, positions);
  const diff: ListDiff<Entry> = {
    removed: before.filter(({ id }) => !remaining.has(id)),
    kept: [],
    placed: [],
  };
  for (const [index, entry] of after.entries()) {
    const old = before[positions.get(entry.id) ?? -1];
    if (old) diff.kept.push({ before: old, after: entry });
    if (staying.has(entry.id)) continue;
    const follows = after[index - 1]?.id ?? null;
    diff.placed.push({ kind: old ? 'moved' : 'added', entry, follows });
  }
  return diff;
}

/**
 * Puts an entry where it belongs, from wherever it stands. After one that is not there means at
 * the end.
 */
export function place<Entry extends Identified>(
  list: readonly Entry[],
  entry: Entry,
  follows: string | null,
): Entry[] {
  const others = list.filter(({ id }) => id !== entry.id);
  const at = follows === null ? 0 : others.findIndex(({ id }) => id === follows) + 1;
  return others.toSpliced(at === 0 && follows !== null ? others.length : at, 0, entry);
}

/** The longest part of the list that keeps its order. */
function stayingOf(
  after: readonly Identified[],
  positions: ReadonlyMap<string, number>,
): Set<string> {
  const ids = after.map(({ id }) => id).filter((id) => positions.has(id));
  const best: { length: number; previous: number }[] = [];
  for (const [index, id] of ids.entries()) {
    let chosen = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < index; earlier++) {
      const length = (best[earlier]?.length ?? 0) + 1;
      const inOrder = (positions.get(ids[earlier] ?? '') ?? 0) < (positions.get(id) ?? 0);
      if (inOrder && length > chosen.length) chosen = { length, previous: earlier };
    }
    best.push(chosen);
  }
  const staying = new Set<string>();
  let at = best.reduce(
    (top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top),
    0,
  );
  while (at >= 0 && ids[at] !== undefined) {
    staying.add(ids[at] ?? '');
    at = best[at]?.previous ?? -1;
  }
  return staying;
}
