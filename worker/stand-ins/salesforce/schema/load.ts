import type { Collection } from '../../kit/store.ts';
import type { Component } from './component.ts';
import { readAddedFields, readCustomObjects } from './custom-object.ts';
import type { Field, ObjectType, Schema } from './model.ts';
import { standardObjects } from './standard-objects.ts';

/**
 * The org's schema: the standard objects, with what the components add to them, and the custom ones.
 * Key prefixes of custom objects are remembered in `prefixes`, so that an object added later does
 * not move the ids of those before it. Throws when a reference points at no object of the org.
 */
export function loadSchema(components: Component[], prefixes: Collection<string>): Schema {
  const standard = standardObjects();
  for (const [name, fields] of readAddedFields(components)) {
    standard.find((object) => object.name === name)?.fields.push(...fields);
  }
  const custom = readCustomObjects(components)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((object) => ({ ...object, keyPrefix: keyPrefixFor(object.name, prefixes) }));
  const schema = index([...standard, ...custom]);
  connect(schema);
  return schema;
}

function keyPrefixFor(object: string, prefixes: Collection<string>): string {
  const known = prefixes.get(object);
  if (known) return known;
  const prefix = `a${prefixes.size.toString(36).toUpperCase().padStart(2, '0')}`;
  prefixes.set(object, prefix);
  return prefix;
}

function index(objects: ObjectType[]): Schema {
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
