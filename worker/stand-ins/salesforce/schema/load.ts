import type { Collection } from '../../kit/store.ts';
import type { Component } from './component.ts';
import { readAddedFields, readCustomObjects, readStandardSharing } from './custom-object.ts';
import type { Field, ObjectType, Schema } from './model.ts';
import { standardObjects } from './standard-objects.ts';
import { typeSummaries } from './calculation.ts';
import { extendByFeatures } from './features/extend.ts';
import { NO_FEATURES, type Features } from './features/features.ts';
import { readValidationRules } from './validation-rule.ts';

/**
 * The org's schema: the standard objects, with what the components add to them, and the custom ones.
 * Key prefixes of custom objects are remembered in `prefixes`, so that an object added later does
 * not move the ids of those before it. `more` are objects that not every org has, and `features` may
 * add objects and fields. Throws when a reference points at no object of the org.
 */
export function loadSchema(
  components: Component[],
  prefixes: Collection<string>,
  more: ObjectType[] = [],
  features: Features = NO_FEATURES,
): Schema {
  const standard = [...standardObjects(), ...more];
  for (const [name, fields] of readAddedFields(components)) {
    standard.find((object) => object.name === name)?.fields.push(...fields);
  }
  for (const [name, sharing] of readStandardSharing(components)) {
    const object = standard.find((one) => one.name === name);
    if (object) object.sharing = sharing;
  }
  const custom = readCustomObjects(components)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((object) => ({ ...object, keyPrefix: keyPrefixFor(object.name, prefixes) }));
  const objects = [...standard, ...custom];
  for (const [name, rules] of readValidationRules(components)) {
    const object = objects.find((one) => one.name === name);
    if (object) object.validationRules = rules;
  }
  extendByFeatures(objects, features);
  const schema = indexSchema(objects);
  connect(schema);
  typeSummaries(schema);
  return schema;
}

function keyPrefixFor(object: string, prefixes: Collection<string>): string {
  const known = prefixes.get(object);
  if (known) return known;
  const kind = object.endsWith('__e') ? 'e' : 'a';
  const prefix = `${kind}${prefixes.size.toString(36).toUpperCase().padStart(2, '0')}`;
  prefixes.set(object, prefix);
  return prefix;
}

/** Objects so that they are found by name; parents do not yet know their children. */
export function indexSchema(objects: ObjectType[]): Schema {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  const fields = new Map<ObjectType, Map<string, Field>>();
  const relationships = new Map<ObjectType, Map<string, Field>>();
  for (const object of objects) {
    fields.set(object, new Map(object.fields.map((field) => [field.name.toLowerCase(), field])));
    relationships.set(
      object,
      new Map(object.fields.map((field) => [(field.relationshipName ?? '').toLowerCase(), field])),
    );
  }
  return {
    objects,
    object: (name) => byName.get(name.toLowerCase()),
    field: (object, name) => fields.get(object)?.get(name.toLowerCase()),
    relationship: (object, name) =>
      name ? relationships.get(object)?.get(name.toLowerCase()) : undefined,
    byKeyPrefix: (prefix) => byPrefix.get(prefix),
  };
}

/** Tells each parent what it calls its children. */
function connect(schema: Schema): void {
  for (const object of schema.objects) {
    for (const field of object.fields) {
      for (const parentName of field.referenceTo) {
        const parent = schema.object(parentName);
        if (!parent) {
          throw new Error(
            `${object.name}.${field.name} refers to ${parentName}, which the local org does not ` +
              'have. Correct referenceTo, or add the object to the local org.',
          );
        }
        const name = field.childRelationship;
        if (name) parent.children.push({ name, child: object.name, field: field.name });
      }
    }
  }
}
