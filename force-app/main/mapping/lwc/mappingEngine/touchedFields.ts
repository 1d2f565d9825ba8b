import { targetHead } from './diff.ts';
import type { Mapping, Row, Target } from './model.ts';
import { sameJson } from './sameJson.ts';
import { without } from './without.ts';

/**
 * Per object the fields that existing records may get another value in, once `after` is applied
 * to them. Fields that are no longer written keep what they have, and rows that only count when a
 * record is made touch none that exists.
 */
export function touchedFields(before: Mapping, after: Mapping): Map<string, string[]> {
  const touched = new Map<string, string[]>();
  const everything = !sameJson(before.settings, after.settings);
  for (const target of after.targets) {
    const old = before.targets.find(({ id }) => id === target.id);
    const all = everything || !old || !sameJson(targetHead(old), targetHead(target));
    const fields = fieldsOf(target).filter(
      (field) => all || !sameJson(rowsFor(old, field), rowsFor(target, field)),
    );
    if (fields.length === 0) continue;
    const known = touched.get(target.object) ?? [];
    touched.set(target.object, [...new Set([...known, ...fields])]);
  }
  return touched;
}

function fieldsOf(target: Target): string[] {
  return target.off ? [] : [...new Set(target.rows.filter(counts).map((row) => row.target))];
}

/** In their order, since the first that gives a value wins; without ids, which change nothing. */
function rowsFor(target: Target, field: string): Omit<Row, 'id'>[] {
  return target.rows
    .filter((row) => row.target === field && counts(row))
    .map((row) => without(row, 'id'));
}

function counts(row: Row): boolean {
  return !row.off && row.rule !== 'onCreate' && row.direction !== 'toShop' && row.target !== '';
}
