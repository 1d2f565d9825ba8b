import type { Org } from '../org.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { refuse } from './refusal.ts';
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
