import type { Finding } from 'c/mappingEngine';

export interface Group {
  /** Target id; empty for the mapping as a whole. */
  target: string;
  lines: { key: string; field: string; what: string; fix: string }[];
}

/** Findings by target, in the order in which the targets are first met. */
export function grouped(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [at, { target, field, what, fix }] of findings.entries()) {
    const group = groups.get(target) ?? { target, lines: [] };
    groups.set(target, group);
    group.lines.push({ key: String(at), field: field ?? '', what, fix });
  }
  return [...groups.values()];
}
