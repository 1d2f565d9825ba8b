import { targetWords, whatChanged } from './changeWords.ts';
import { diffLists } from './listDiff.ts';
import type { Mapping, Row, Target } from './model.ts';
import { sameJson } from './sameJson.ts';
import { without } from './without.ts';

/** A target without its rows. */
export type TargetHead = Omit<Target, 'rows'>;

/** A mapping without its targets. */
export type MappingHead = Omit<Mapping, 'targets'>;

export interface Change {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Target id; empty for the settings of the whole mapping. */
  target: string;
  /** Row id; null when the whole target is meant. */
  row: string | null;
  /** A sentence for a person. */
  what: string;
  before?: Row | Target | TargetHead | MappingHead;
  after?: Row | Target | TargetHead | MappingHead;
  /** Of added and moved ones: the id of the one before it; null for the first. */
  follows?: string | null;
}

/**
 * What leads from one mapping to the other, in the order in which `applyChanges` takes it. Rows
 * and targets are known by their ids.
 */
export function diffMappings(before: Mapping, after: Mapping): Change[] {
  const changes: Change[] = [];
  const [oldHead, newHead] = [mappingHead(before), mappingHead(after)];
  if (!sameJson(oldHead, newHead)) {
    const what = 'The settings of the mapping changed.';
    changes.push({ kind: 'changed', target: '', row: null, what, before: oldHead, after: newHead });
  }
  const { removed, kept, placed } = diffLists(before.targets, after.targets);
  for (const target of removed)
    changes.push({
      ...ofTarget('removed', target, 'is no longer written'),
      before: target,
    });
  for (const pair of kept) changes.push(...targetChanges(pair.before, pair.after));
  for (const { kind, entry, follows } of placed) {
    const what = kind === 'added' ? 'is written too' : 'stands elsewhere in the list';
    const change: Change = { ...ofTarget(kind, entry, what), follows };
    changes.push(kind === 'added' ? { ...change, after: entry } : change);
  }
  return changes;
}

export function targetHead(target: Target): TargetHead {
  return without(target, 'rows');
}

export function mappingHead(mapping: Mapping): MappingHead {
  return without(mapping, 'targets');
}

function targetChanges(before: Target, after: Target): Change[] {
  const changes: Change[] = [];
  const [oldHead, newHead] = [targetHead(before), targetHead(after)];
  if (!sameJson(oldHead, newHead))
    changes.push({
      ...ofTarget('changed', after, 'has other settings'),
      before: oldHead,
      after: newHead,
    });
  const { removed, kept, placed } = diffLists(before.rows, after.rows);
  for (const row of removed)
    changes.push({
      ...ofRow('removed', after, row, 'is no longer filled by this row'),
      before: row,
    });
  for (const { before: old, after: row } of kept) {
    if (!sameJson(old, row))
      changes.push({
        ...ofRow('changed', after, row, whatChanged(old, row)),
        before: old,
        after: row,
      });
  }
  for (const { kind, entry, follows } of placed) {
    const what =
      kind === 'added' ? 'is filled by a new row' : 'stands elsewhere in the order of rows';
    const change: Change = { ...ofRow(kind, after, entry, what), follows };
    changes.push(kind === 'added' ? { ...change, after: entry } : change);
  }
  return changes;
}

function ofTarget(kind: Change['kind'], target: Target, what: string): Change {
  return { kind, target: target.id, row: null, what: `${targetWords(target)} ${what}.` };
}

function ofRow(kind: Change['kind'], target: Target, row: Row, what: string): Change {
  const field = row.target === '' ? 'A row without a field' : row.target;
  return { kind, target: target.id, row: row.id, what: `${field} ${what}.` };
}
