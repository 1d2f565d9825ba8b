import { DAY } from '../time.ts';
import type { CustomRecord, Prospect, Value } from '../rows.ts';

/** One condition on a prospect. Several in a list must all hold. */
export type Rule =
  | { field: string; is: Value | Value[] }
  | { field: string; isNot: Value | Value[] }
  | { field: string; atLeast: number }
  /** Looks at the time of day as well, so it is only evaluated at midnight. */
  | { field: string; olderThanDays: number }
  | { field: string; withinDays: number }
  /** A related record of a synced custom object; all of `with` on the very same record. */
  | { customObject: string; related: boolean; with?: Record<string, Value> }
  | { inList: string };

export interface Evidence {
  now: Date;
  /** The custom records that belong to this prospect. */
  recordsOf(prospect: Prospect, object: string): CustomRecord[];
  isMember(prospect: Prospect, list: string): boolean;
}

/** Rules about the age of a date change without the prospect changing. */
export const isTimeBased = (rule: Rule): boolean => 'olderThanDays' in rule || 'withinDays' in rule;

export function holds(rule: Rule, prospect: Prospect, evidence: Evidence): boolean {
  if ('inList' in rule) return evidence.isMember(prospect, rule.inList);
  if ('customObject' in rule) {
    const found = evidence
      .recordsOf(prospect, rule.customObject)
      .some(({ fields }) =>
        Object.entries(rule.with ?? {}).every(([name, value]) => same(fields[name], value)),
      );
    return found === rule.related;
  }
  const value = prospect[rule.field];
  if ('is' in rule) return [rule.is].flat().some((expected) => same(value, expected));
  if ('isNot' in rule) return ![rule.isNot].flat().some((expected) => same(value, expected));
  if (value === undefined || value === null || value === '') return false;
  if ('atLeast' in rule) return Number(value) >= rule.atLeast;
  const age = evidence.now.getTime() - Date.parse(String(value));
  return 'olderThanDays' in rule ? age > rule.olderThanDays * DAY : age <= rule.withinDays * DAY;
}

/** Texts are the same whatever their case, as in the original; blank is blank. */
function same(left: Value | undefined, right: Value): boolean {
  const plain = (value: Value | undefined): Value => {
    if (value === undefined || value === '') return null;
    return typeof value === 'string' ? value.toLowerCase() : value;
  };
  return plain(left) === plain(right);
}
