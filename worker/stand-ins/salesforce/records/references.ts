import type { Caller, Org } from '../org.ts';
import type { Field } from '../schema/model.ts';
import { refuseConverted } from './converted.ts';
import { findByKey } from './find.ts';
import type { Draft, ParentKey } from './read-body.ts';
import { refuse } from './refusal.ts';
import type { Row, Value } from './row.ts';
import { canEdit, canRead, noCrossReference } from './sharing.ts';

/** The draft's values, with each parent that was named by an external id replaced by its id. */
export function resolveParents(org: Org, caller: Caller, draft: Draft): Map<Field, Value> {
  const values = new Map(draft.values);
  for (const key of draft.parents) values.set(key.reference, parentId(org, caller, key));
  return values;
}

function parentId(org: Org, caller: Caller, { parent, key, value }: ParentKey): string | null {
  if (value === null) return null;
  const found =
    key.type === 'id'
      ? [org.database.table(parent).get(value)].filter((row) => row !== undefined)
      : findByKey(org, parent, key, value).filter((row) => canRead(org, caller, parent, row));
  if (found.length > 1) {
    throw refuse(
      'INVALID_FIELD',
      `Foreign key external ID: ${value} matches more than one record for field ${key.name} in ` +
        `entity ${parent.name}`,
    );
  }
  const row = found[0];
  if (!row) {
    throw refuse(
      'INVALID_FIELD',
      `Foreign key external ID: ${value} not found for field ${key.name} in entity ${parent.name}`,
    );
  }
  return row.Id;
}

/** Throws unless the id names a living record, of a kind the field may point at, that is shared. */
export function checkReference(org: Org, caller: Caller, field: Field, id: string): void {
  const object = org.schema.byKeyPrefix(id.slice(0, 3));
  if (!object || !field.referenceTo.includes(object.name)) {
    throw refuse('MALFORMED_ID', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
  }
  const row: Row | undefined = org.database.table(object).get(id);
  if (!row) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  if (row.IsDeleted === true) throw refuse('ENTITY_IS_DELETED', 'entity is deleted', []);
  refuseConverted(object, row);
  // To hang a detail on a record is to change that record.
  const isMaster = field.cascadeDelete && field.required;
  const may = isMaster ? canEdit : canRead;
  if (!may(org, caller, object, row)) throw noCrossReference(id);
}
