import type { Mapping, Row, RowTrace } from 'c/mappingEngine';
import { compileMapping } from 'c/mappingEngine';

/** What was computed for a target: rows for one field belong together, the first value wins. */
interface Kept {
  rows: readonly Row[];
  traces: RowTrace[];
}

/**
 * What the engine makes of a sample, row by row. Remembers: only the rows of a field of which one
 * changed are run again.
 */
export class Traces {
  private about: unknown[] = [];
  private kept = new Map<string, Kept>();

  /** By row id. Rows are told apart by identity (see StableRows). */
  of(
    mapping: Mapping,
    targetId: string,
    input: unknown,
    paused?: ReadonlySet<string>,
  ): Map<string, RowTrace> {
    const target = mapping.targets.find(({ id }) => id === targetId);
    const { country, timeZone } = mapping.settings;
    const { object, from, off } = target ?? {};
    const about = [targetId, input, country, timeZone, object, from, off, paused];
    if (about.some((part, at) => part !== this.about[at])) this.kept.clear();
    this.about = about;
    if (!target || input === undefined) return new Map();
    const groups = groupsOf(target.rows);
    const changed = [...groups].filter(
      ([field, rows]) => !isSame(this.kept.get(field)?.rows, rows),
    );
    const rows = changed.flatMap(([, some]) => some);
    const traces =
      rows.length > 0 ? trace({ ...mapping, targets: [{ ...target, rows }] }, input, paused) : [];
    const fresh = new Map(traces.map((one) => [one.row, one]));
    for (const [field, some] of changed)
      this.kept.set(field, { rows: some, traces: some.flatMap(({ id }) => fresh.get(id) ?? []) });
    for (const field of this.kept.keys()) if (!groups.has(field)) this.kept.delete(field);
    return new Map(
      [...this.kept.values()].flatMap((kept) => kept.traces.map((one) => [one.row, one])),
    );
  }
}

/** How one record fares; what goes on creation is shown too. */
function trace(mapping: Mapping, input: unknown, paused?: ReadonlySet<string>): RowTrace[] {
  const options = paused ? { paused } : {};
  return compileMapping(mapping, options).targets[0]?.trace(input, { creating: true }) ?? [];
}

function groupsOf(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ target }) => target.toLowerCase());
}

function isSame(before: readonly Row[] | undefined, now: readonly Row[]): boolean {
  return before?.length === now.length && now.every((row, at) => row === before[at]);
}
