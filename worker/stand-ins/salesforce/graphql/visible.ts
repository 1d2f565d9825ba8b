import type { Caller, Org } from '../org.ts';
import type { ChildRelationship, Field, ObjectType } from '../schema/model.ts';
import { isSupported } from '../ui/objects.ts';
import { kindOf } from './kinds.ts';

/** A relationship to a parent, by the name it has in a query. */
export interface Parent {
  name: string;
  field: Field;
  /** The objects it may lead to, as far as the caller may read them. */
  objects: string[];
  /** Whether a query must say which object it means. */
  polymorphic: boolean;
}

/** What a caller sees of an object. */
export interface Visible {
  object: ObjectType;
  fields: Field[];
  parents: Parent[];
  children: ChildRelationship[];
  createable: Field[];
  updateable: Field[];
}

/** The objects that the schema of this caller is made of. */
export function visibleObjects(org: Org, { rights }: Caller): Visible[] {
  const objects = org.schema.objects.filter(
    (object) => isSupported(object) && rights.may('read', object),
  );
  const names = new Set(objects.map(({ name }) => name));
  return objects.map((object) => {
    const fields = object.fields.filter(
      (field) => kindOf(field) !== undefined && rights.canSee(object, field),
    );
    const writable = fields.filter(
      (field) => field.type !== 'id' && rights.canWrite(object, field) && !field.calculated,
    );
    return {
      object,
      fields,
      parents: fields.flatMap((field) => parentOf(object, field, names)),
      children: object.children.filter(({ child, field }) => {
        const other = names.has(child) ? org.schema.object(child) : undefined;
        const reference = other && org.schema.field(other, field);
        return other && reference && rights.canSee(other, reference);
      }),
      createable: writable.filter((field) => field.createable),
      updateable: writable.filter((field) => field.updateable),
    };
  });
}

function parentOf(object: ObjectType, field: Field, names: Set<string>): Parent[] {
  const { relationshipName } = field;
  const objects = field.referenceTo.filter((name) => names.has(name));
  if (!relationshipName || objects.length === 0) return [];
  // A queue may own a lead, a task or a record of a custom object, but no account or contact.
  const isOwner =
    field.name === 'OwnerId' && (object.custom || ['Lead', 'Task'].includes(object.name));
  const polymorphic = isOwner || field.referenceTo.length > 1;
  return [{ name: relationshipName, field, objects, polymorphic }];
}
