import type { Org } from '../org.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { normaliseId } from './ids.ts';
import { Refused, refuse, type Refusal } from './refusal.ts';
import type { Row, Value } from './row.ts';

/** Throws what a row fault prescribes for this write, and counts it. */
export function checkRowFaults(
  org: Org,
  object: ObjectType,
  values: Map<Field, Value>,
  before: Row | undefined,
): void {
  const fault = org.rules.rowFaults.take((candidate) => {
    if (candidate.object.toLowerCase() !== object.name.toLowerCase()) return false;
    if (!candidate.field) return true;
    const field = org.schema.field(object, candidate.field);
    if (!field) return false;
    const value = values.has(field) ? values.get(field) : before?.[field.name];
    return String(value ?? '') === (candidate.value ?? '');
  });
  if (fault) throw refuse(fault.statusCode, fault.message, fault.fields ?? []);
}

/** A write needs the record itself and, for a moment, every record it points at. */
export function checkLocks(org: Org, object: ObjectType, row: Row): void {
  const locked = new Set(
    org.rules.locks.list().map((lock) => normaliseId(lock.recordId) ?? lock.recordId),
  );
  if (locked.size === 0) return;
  const touched = [
    row.Id,
    ...object.fields
      // Every user's writes name the same users; the platform does not lock those.
      .filter((field) => field.type === 'reference' && !field.referenceTo.includes('User'))
      .map((field) => row[field.name]),
  ];
  const hit = touched.find((id) => typeof id === 'string' && locked.has(id));
  if (typeof hit !== 'string') return;
  throw refuse(
    'UNABLE_TO_LOCK_ROW',
    `unable to obtain exclusive access to this record or 1 records: ${hit}`,
    [],
  );
}

/** Throws all validation rules that the row breaks at once, as the platform does. */
export function checkValidationRules(org: Org, object: ObjectType, row: Row): void {
  const broken = org.rules.validationRules.list().filter((rule) => {
    if (rule.object.toLowerCase() !== object.name.toLowerCase()) return false;
    const field = org.schema.field(object, rule.field);
    return field && new RegExp(rule.pattern).test(String(row[field.name] ?? ''));
  });
  if (broken.length === 0) return;
  throw new Refused(
    broken.map((rule): Refusal => ({
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: rule.message,
      fields: [org.schema.field(object, rule.field)?.name ?? rule.field],
    })),
  );
}
