import type { GraphQLSchema } from 'graphql';
import type { Caller, Org } from '../org.ts';
import type { Schema } from '../schema/model.ts';
import { library } from './library.ts';
import { defineScalars } from './scalars.ts';
import { schemaText } from './schema-text.ts';
import { visibleObjects, type Visible } from './visible.ts';

// A deploy replaces the org's schema, and what was made of the former one goes with it.
const made = new WeakMap<Schema, Map<string, GraphQLSchema>>();

/** The GraphQL schema of what this caller may see, in a version such as `66`. */
export function schemaFor(org: Org, caller: Caller, version: number): GraphQLSchema {
  const objects = visibleObjects(org, caller);
  const key = `${version} ${objects.map(signature).join(' ')}`;
  const schemas = made.get(org.schema) ?? new Map<string, GraphQLSchema>();
  made.set(org.schema, schemas);
  let schema = schemas.get(key);
  if (!schema) {
    schema = library().buildSchema(schemaText(objects, version), { assumeValid: true });
    defineScalars(schema);
    schemas.set(key, schema);
  }
  return schema;
}

/** What two callers must share to share a schema. */
function signature({ object, fields, createable, updateable }: Visible): string {
  const names = [fields, createable, updateable].map((list) => list.map(({ name }) => name).join());
  return `${object.name}(${names.join(';')})`;
}
