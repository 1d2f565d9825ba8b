import { isBlank, type FieldValue, type ObjectDescribe } from '#mapping-engine';
import { STAMP_FIELD, type Row } from '../../deliver/row.ts';
import type { Present } from './before.ts';
import type { SentFields } from './sent.ts';
import type { TrialField } from './trial-record.ts';

/** What a row says of its record, and what became of each of it. */
export interface Considered {
  row: Row;
  /** Undefined: the row needs no write. */
  sent: SentFields | undefined;
  present: Present | undefined;
  describe: ObjectDescribe | undefined;
  /** Field → the row of the mapping that gave its value. */
  givenBy: ReadonlyMap<string, string>;
  /** Fields whose row counts only when the record is made. */
  onCreate: readonly string[];
}

/** Every field before and after; first what is written, then what stays Salesforce's. */
export function fieldChanges(considered: Considered): TrialField[] {
  const { row, sent, present, describe, givenBy, onCreate } = considered;
  const labels = new Map(describe?.fields.map(({ name, label }) => [name, label]));
  const beforeOf = (field: string): FieldValue => (present?.[field] ?? null) as FieldValue;
  const typeOf = (field: string): string | undefined =>
    describe?.fields.find(({ name }) => name === field)?.type;
  const entry = (field: string, after: FieldValue, change: TrialField['change']): TrialField => {
    const by = givenBy.get(field);
    const label = labels.get(field) ?? field;
    return { field, label, before: beforeOf(field), after, change, ...(by && { row: by }) };
  };
  const isKey = (field: string): boolean => !('id' in row.target) && field === row.target.field;
  const written = Object.entries(sent ?? {})
    .filter(([field]) => field !== STAMP_FIELD)
    .map(([field, after]) => {
      if (!present) return entry(field, after, 'new');
      const same = isKey(field) || isSame(beforeOf(field), after, typeOf(field));
      return entry(field, after, same ? 'same' : 'changed');
    });
  if (!present) return written;
  const names = new Set(written.map(({ field }) => field));
  const kept = Object.entries(row.fields)
    .filter(([field]) => !names.has(field))
    .map(([field, value]) =>
      entry(field, value, isSame(beforeOf(field), value, typeOf(field)) ? 'same' : 'kept'),
    );
  const made = onCreate
    .filter((field) => !names.has(field) && !(field in row.fields))
    .map((field) => entry(field, beforeOf(field), 'kept'));
  return [...written, ...kept, ...made];
}

/** Whether a value is what Salesforce has, as far as its form tells. */
export function isSame(before: unknown, after: FieldValue, type?: string): boolean {
  if (isBlank(before) || isBlank(after)) return isBlank(before) && isBlank(after);
  if (typeof before === 'boolean') return before === after;
  if (typeof before === 'number') return before === Number(after);
  const [one, other] = [String(before), String(after)];
  // Salesforce keeps no spaces around a text, and writes moments in a form of its own.
  if (type === 'datetime') return Date.parse(one) === Date.parse(other);
  if (type === 'email') return one.toLowerCase() === other.trim().toLowerCase();
  return one === other.trim();
}
