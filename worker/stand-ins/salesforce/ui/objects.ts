import type { Org } from '../org.ts';
import { normaliseId } from '../records/ids.ts';
import { notFound } from '../records/refusal.ts';
import type { Row } from '../records/row.ts';
import { canRead } from '../records/sharing.ts';
import type { Call } from '../rest/call.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { badParameter, noAccess, unsupportedObject } from './refusals.ts';

export const MASTER_RECORD_TYPE = '012000000000000AAA';

type Asker = Pick<Call, 'org' | 'caller'>;

/**
 * Objects of the set-up, but for those that own records, events and the platform's shadows of
 * objects have no screens.
 */
export function isSupported(object: ObjectType): boolean {
  if (object.setup) return object.name === 'User' || object.name === 'Group';
  return !/(__(e|mdt|share|history|changeevent)|(Share|History|ChangeEvent))$/i.test(object.name);
}

/** The object a call names, in any case. Throws INVALID_TYPE when the caller has no such object. */
export function objectNamed({ org, caller }: Asker, name = ''): ObjectType {
  const object = org.schema.object(name);
  if (!object || !isSupported(object) || !caller.rights.may('read', object)) {
    throw unsupportedObject(name);
  }
  return object;
}

export interface Found {
  object: ObjectType;
  row: Row;
}

/** The living record of this id. Throws when there is none, or the caller may not see it. */
export function recordAt({ org, caller }: Asker, text: string): Found {
  const id = normaliseId(text);
  if (!id) throw badParameter(`The value of parameter 'recordId' is not a valid ID: ${text}`);
  const object = org.schema.byKeyPrefix(id.slice(0, 3));
  if (!object || !isSupported(object)) throw notFound();
  if (!caller.rights.may('read', object)) throw noAccess();
  const row = org.database.table(object).get(id);
  if (!row || row.IsDeleted === true) throw notFound();
  if (!canRead(org, caller, object, row)) throw noAccess();
  return { object, row };
}

/** The fields the caller may see, by their names. */
export function visibleFields({ caller }: Pick<Call, 'caller'>, object: ObjectType): Field[] {
  return object.fields
    .filter((field) => caller.rights.canSee(object, field))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

export function nameFieldOf(object: ObjectType): Field | undefined {
  return object.fields.find(({ nameField }) => nameField);
}

/** The parts of a name and the whole of it, or the field that names the record. */
export function nameFieldsOf(org: Org, object: ObjectType): string[] {
  const whole = nameFieldOf(object)?.name;
  if (whole === undefined) return [];
  const parts = isPerson(org, object) ? ['FirstName', 'LastName'] : [];
  return [...parts, whole];
}

/** Whether the record's name is made of a person's names. */
export function isPerson(org: Org, object: ObjectType): boolean {
  return !object.custom && org.schema.field(object, 'LastName') !== undefined;
}
