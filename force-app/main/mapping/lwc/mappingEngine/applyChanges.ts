import type { Change, MappingHead, TargetHead } from './diff.ts';
import { place } from './listDiff.ts';
import type { Mapping, Row, Target } from './model.ts';

/**
 * The mapping with the changes taken in, in their order. A change of a row or target that is not
 * there does nothing.
 */
export function applyChanges(mapping: Mapping, changes: readonly Change[]): Mapping {
  return changes.reduce(applyChange, mapping);
}

function applyChange(mapping: Mapping, change: Change): Mapping {
  if (change.target === '') return { ...(change.after as MappingHead), targets: mapping.targets };
  if (change.row === null) return { ...mapping, targets: changeTargets(mapping.targets, change) };
  const targets = mapping.targets.map((target) =>
    target.id === change.target ? { ...target, rows: changeRows(target.rows, change) } : target,
  );
  return { ...mapping, targets };
}

function changeTargets(targets: Target[], change: Change): Target[] {
  if (change.kind !== 'changed') return changeList(targets, change.target, change);
  return targets.map((target) =>
    target.id === change.target ? { ...(change.after as TargetHead), rows: target.rows } : target,
  );
}

function changeRows(rows: Row[], change: Change): Row[] {
  if (change.kind !== 'changed') return changeList(rows, change.row ?? '', change);
  return rows.map((row) => (row.id === change.row ? (change.after as Row) : row));
}

function changeList<Entry extends { id: string }>(
  list: Entry[],
  id: string,
  { kind, after, follows = null }: Change,
): Entry[] {
  if (kind === 'removed') return list.filter((entry) => entry.id !== id);
  const entry = kind === 'added' ? (after as unknown as Entry) : list.find((one) => one.id === id);
  return entry ? place(list, entry, follows) : list;
}
