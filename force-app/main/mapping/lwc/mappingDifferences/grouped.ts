import type { Change } from 'c/mappingEngine';
import { labels } from './labels';

export interface Group {
  /** Target id; empty for the settings of the whole mapping. */
  target: string;
  lines: { key: string; icon: string; kind: string; what: string }[];
}

const KINDS: Record<Change['kind'], { icon: string; kind: string }> = {
  added: { icon: 'utility:add', kind: labels.added },
  removed: { icon: 'utility:dash', kind: labels.removed },
  changed: { icon: 'utility:edit', kind: labels.changed },
  moved: { icon: 'utility:sort', kind: labels.moved },
};

/** Changes by target, in the order in which the targets are first met. */
export function grouped(changes: readonly Change[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [at, { target, kind, what }] of changes.entries()) {
    const group = groups.get(target) ?? { target, lines: [] };
    groups.set(target, group);
    group.lines.push({ key: String(at), ...KINDS[kind], what });
  }
  return [...groups.values()];
}
