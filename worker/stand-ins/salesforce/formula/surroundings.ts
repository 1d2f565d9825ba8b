import type { Field } from '../schema/model.ts';

/** Where a formula stands: the object it is of, and all that can be reached from there. */
export interface Surroundings {
  object: string;
  field(object: string, name: string): Field | undefined;
  relationship(object: string, name: string): Field | undefined;
  /** The name as the org spells what the package's sources name without their namespace. */
  apiName(name: string): string;
}

/** A field that a formula names, by the path that leads to it in the schema's own spelling. */
export interface Found {
  path: string[];
  /** The references on the way, then the field itself. */
  fields: Field[];
  field: Field;
}

/** Objects that a formula reaches by a global name: the one who saves or reads, and the org. */
export const GLOBALS: Record<string, string> = {
  $USER: 'User',
  $PROFILE: 'Profile',
  $ORGANIZATION: 'Organization',
};

const MOST_STEPS = 10;

/** What the path names, in any case of letters; undefined when there is no such field. */
export function find(around: Surroundings, path: string[]): Found | undefined {
  const [first = '', ...rest] = path;
  const global = GLOBALS[first.toUpperCase()];
  if (global) {
    const found = follow(around, global, rest);
    return found && { ...found, path: [first.toUpperCase(), ...found.path] };
  }
  return first.startsWith('$') ? undefined : follow(around, around.object, path);
}

function follow(around: Surroundings, from: string, path: string[]): Found | undefined {
  if (path.length === 0 || path.length > MOST_STEPS) return undefined;
  let object = from;
  const spelt: string[] = [];
  const fields: Field[] = [];
  for (const name of path.slice(0, -1)) {
    const reference =
      around.relationship(object, around.apiName(name)) ?? around.relationship(object, name);
    const parent = reference?.referenceTo[0];
    if (!reference || !parent) return undefined;
    spelt.push(reference.relationshipName ?? name);
    fields.push(reference);
    object = parent;
  }
  const last = path.at(-1) ?? '';
  const field = around.field(object, around.apiName(last)) ?? around.field(object, last);
  if (!field) return undefined;
  return { path: [...spelt, field.name], fields: [...fields, field], field };
}
