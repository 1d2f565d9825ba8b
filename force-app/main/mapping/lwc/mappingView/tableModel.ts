import type { Finding, Mapping, ObjectDescribe, RowTrace, Target } from 'c/mappingEngine';
import { missingView, rowView, type RowView } from './rowView';

/** All that a target is shown from. */
export interface TableFacts {
  mapping: Mapping;
  targetId: string;
  describe: ObjectDescribe | undefined;
  traces: ReadonlyMap<string, RowTrace>;
  findings: readonly Finding[];
  /** What became of a row since the last publish. */
  changes: ReadonlyMap<string, 'new' | 'changed'>;
  nameOf: (path: string) => string;
}

interface Kept {
  about: readonly unknown[];
  view: RowView;
}

/** Rows of a target as they are shown. Remembers: what did not change stays the same object. */
export class TableModel {
  private kept = new Map<string, Kept>();
  private describe: ObjectDescribe | undefined;
  private missing: { names: string; views: RowView[] } = { names: '', views: [] };

  /** In the order of the mapping, then the required fields that no row fills. */
  rows(facts: TableFacts): RowView[] {
    const target = facts.mapping.targets.find(({ id }) => id === facts.targetId);
    if (!target) return [];
    const findings = Map.groupBy(
      facts.findings.filter((finding) => finding.target === target.id),
      ({ row }) => row,
    );
    const fields = new Map(facts.describe?.fields.map((field) => [field.name, field]));
    const fresh = new Map<string, Kept>();
    for (const row of target.rows) {
      const own = {
        object: target.object,
        field: fields.get(row.target),
        trace: facts.traces.get(row.id),
        findings: findings.get(row.id) ?? [],
        change: facts.changes.get(row.id) ?? ('' as const),
        isTargetOff: target.off === true,
        nameOf: facts.nameOf,
      };
      const said = own.findings.map(({ severity, what }) => `${severity} ${what}`).join('\n');
      const about = [row, ...Object.values({ ...own, findings: said })];
      const before = this.kept.get(row.id);
      const same = before && isSame(before.about, about);
      fresh.set(row.id, same ? before : { about, view: rowView(row, own) });
    }
    this.kept = fresh;
    const missing = this.missingOf(target, facts);
    return [...[...fresh.values()].map(({ view }) => view), ...missing];
  }

  /** Required fields that no row fills, as rows of their own. */
  private missingOf(target: Target, { findings, describe }: TableFacts): RowView[] {
    const names = findings
      .filter((finding) => finding.target === target.id && isAboutMissing(finding))
      .map(({ field }) => field);
    const fields = describe?.fields.filter(({ name }) => names.includes(name)) ?? [];
    const known = fields.map(({ name }) => name).join();
    if (known !== this.missing.names || describe !== this.describe)
      this.missing = { names: known, views: fields.map(missingView) };
    this.describe = describe;
    return this.missing.views;
  }
}

export function isAboutMissing({ code }: Finding): boolean {
  return code === 'required_field_missing';
}

/** How many places of a target need somebody to look at them. */
export function attentionOf({ id, off }: Target, findings: readonly Finding[]): number {
  if (off) return 0;
  const about = findings.filter((finding) => finding.target === id);
  return new Set(about.map(({ row, what }) => row ?? what)).size;
}

function isSame(before: readonly unknown[] | undefined, now: readonly unknown[]): boolean {
  return before?.length === now.length && now.every((part, at) => part === before[at]);
}
