import type { Mapping } from 'c/mappingEngine';
import { diffMappings } from 'c/mappingEngine';

export interface Changes {
  /** By target, then by row. */
  rows: ReadonlyMap<string, ReadonlyMap<string, 'new' | 'changed'>>;
  /** By target: the fields of rows that are gone. */
  removed: ReadonlyMap<string, readonly string[]>;
}

const NONE: Changes = { rows: new Map(), removed: new Map() };

/** What became of the rows since the last publish; nothing where nothing was published. */
export function changesSince(published: Mapping | null, mapping: Mapping): Changes {
  if (!published) return NONE;
  const rows = new Map<string, Map<string, 'new' | 'changed'>>();
  const removed = new Map<string, string[]>();
  for (const { kind, target, row, before } of diffMappings(published, mapping)) {
    if (row === null) continue;
    if (kind === 'removed') {
      const field = (before as { target?: string } | undefined)?.target;
      removed.set(target, [...(removed.get(target) ?? []), field ?? row]);
      continue;
    }
    const ofTarget = rows.get(target) ?? new Map<string, 'new' | 'changed'>();
    rows.set(target, ofTarget.set(row, kind === 'added' ? 'new' : 'changed'));
  }
  return { rows, removed };
}
