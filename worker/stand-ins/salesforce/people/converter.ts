import type { Caller, Org } from '../org.ts';
import { normaliseId } from '../records/ids.ts';
import type { Draft } from '../records/read-body.ts';
import { refuse } from '../records/refusal.ts';
import { textOf, type Row, type Value } from '../records/row.ts';
import { update } from '../records/save.ts';
import { checkEdit } from '../records/sharing.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { administrator } from '../schema/rights.ts';
import { intoEmpty } from './mapping.ts';

/** The platform carries fields over whether or not the user may see them. */
export function asConverter(caller: Caller): Caller {
  return { ...caller, rights: administrator };
}

export function objectNamed(org: Org, name: string): ObjectType {
  const object = org.schema.object(name);
  if (!object) throw new Error(`The schema lacks the standard object ${name}.`);
  return object;
}

/** The living record of that object. Throws what the platform says of any other id. */
export function found(org: Org, text: string, name: string): { object: ObjectType; row: Row } {
  const object = objectNamed(org, name);
  const id = normaliseId(text);
  if (!id?.startsWith(object.keyPrefix)) {
    throw refuse('MALFORMED_ID', `${name} ID: id value of incorrect type: ${text}`, [`${name}Id`]);
  }
  const row = org.database.table(object).get(id);
  if (!row) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  if (row.IsDeleted === true) throw refuse('ENTITY_IS_DELETED', 'entity is deleted', []);
  return { object, row };
}

/** A new record's values, owned by whom the caller names or else by the Lead's owner. */
export function valuesFor(
  org: Org,
  object: ObjectType,
  values: Map<Field, Value>,
  lead: Row,
  { ownerId }: { ownerId?: string },
  more: Record<string, Value> = {},
): Draft {
  const all = new Map(values);
  const owner = ownerId ?? textOf(lead, 'OwnerId') ?? null;
  for (const [name, value] of Object.entries({ OwnerId: owner, ...more })) {
    const field = org.schema.field(object, name);
    if (field) all.set(field, value);
  }
  return { values: all, parents: [] };
}

/** Puts values into the empty fields of a record that exists; of others, only the source if asked. */
export function fill(
  org: Org,
  caller: Caller,
  name: string,
  id: string,
  values: Map<Field, Value>,
  overwriteLeadSource = false,
): Row {
  const { object, row } = found(org, id, name);
  checkEdit(org, caller, object, row);
  const changes = intoEmpty(values, row);
  const source = org.schema.field(object, 'LeadSource');
  const newSource = source && values.get(source);
  if (overwriteLeadSource && source && newSource !== undefined) changes.set(source, newSource);
  if (changes.size === 0) return row;
  return update(org, asConverter(caller), object, row, { values: changes, parents: [] });
}
