import type { Call } from '../rest/call.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { nameFieldOf } from './objects.ts';
import { badParameter, noField } from './refusals.ts';

const MOST_LEVELS = 5;

/** Which fields of a record, and of the records it points at, are asked for. */
export interface Selection {
  fields: Set<Field>;
  parents: Map<Field, { object: ObjectType; selection: Selection }>;
}

type Asker = Pick<Call, 'org' | 'caller'>;

export function emptySelection(): Selection {
  return { fields: new Set(), parents: new Map() };
}

/**
 * Adds fields named as `Order__c.Total__c` or `Order__c.Contact__r.Name`. Throws INVALID_FIELD for
 * one that the object lacks or the caller may not see, unless the fields are optional.
 */
export function select(
  call: Asker,
  object: ObjectType,
  into: Selection,
  names: string[],
  optional = false,
): void {
  for (const name of names) {
    const parts = name.split('.');
    const qualifier = parts.shift() ?? '';
    if (qualifier.toLowerCase() !== object.name.toLowerCase() || parts.length === 0) {
      if (optional && parts.length > 0) continue;
      throw badParameter(
        `Field ${name} is not qualified by its object: write ${object.name}.${parts.at(-1) ?? name}`,
      );
    }
    if (!add(call, object, into, parts) && !optional) {
      throw noField(parts.join('.'), object.name);
    }
  }
}

/** Adds one field by its path from the object, and tells whether there is such a field to see. */
export function add(call: Asker, object: ObjectType, into: Selection, path: string[]): boolean {
  const { org, caller } = call;
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const field = org.schema.field(object, name);
    if (!field || !caller.rights.canSee(object, field)) return false;
    into.fields.add(field);
    return true;
  }
  if (path.length > MOST_LEVELS + 1) return false;
  const reference = org.schema.relationship(object, name);
  const parent = reference && org.schema.object(reference.referenceTo[0] ?? '');
  if (!parent || !caller.rights.canSee(object, reference) || !caller.rights.may('read', parent)) {
    return false;
  }
  const below = into.parents.get(reference) ?? {
    object: parent,
    selection: withIdentity(call, parent),
  };
  if (!add(call, parent, below.selection, rest)) return false;
  into.parents.set(reference, below);
  return true;
}

/** Id and name, which every record within a record shows. */
function withIdentity({ org, caller }: Asker, object: ObjectType): Selection {
  const selection = emptySelection();
  for (const field of [org.schema.field(object, 'Id'), nameFieldOf(object)]) {
    if (field && caller.rights.canSee(object, field)) selection.fields.add(field);
  }
  return selection;
}

/** Adds a field as layouts show it: of a lookup also the record it points at. */
export function addShown(call: Asker, object: ObjectType, into: Selection, field: Field): void {
  if (!add(call, object, into, [field.name]) || !field.relationshipName) return;
  const parent = call.org.schema.object(field.referenceTo[0] ?? '');
  const name = parent && nameFieldOf(parent);
  if (name) add(call, object, into, [field.relationshipName, name.name]);
}

/** Every selected field by its path, such as `Contact__r.Name`. */
export function pathsOf(selection: Selection): string[] {
  return [
    ...[...selection.fields].map(({ name }) => name),
    ...[...selection.parents].flatMap(([{ relationshipName = '' }, below]) =>
      pathsOf(below.selection).map((path) => `${relationshipName}.${path}`),
    ),
  ];
}
