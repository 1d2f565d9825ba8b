import type { Caller, Org } from '../org.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { isObject, type JsonObject, type JsonValue } from './json.ts';
import { parseValue } from './parse-value.ts';
import { refuse } from './refusal.ts';
import type { Value } from './row.ts';

/** A parent named by one of its external ids instead of its Salesforce id. */
export interface ParentKey {
  reference: Field;
  parent: ObjectType;
  key: Field;
  value: string | null;
}

/** A record as a request describes it, in the schema's terms. */
export interface Draft {
  values: Map<Field, Value>;
  parents: ParentKey[];
}

/**
 * Reads a record's JSON. Throws INVALID_FIELD for a name that the object does not have or the
 * caller may not see, and JSON_PARSER_ERROR for a value of the wrong kind.
 */
export function readBody(org: Org, caller: Caller, object: ObjectType, body: JsonObject): Draft {
  const draft: Draft = { values: new Map(), parents: [] };
  for (const [name, value] of Object.entries(body)) {
    if (name === 'attributes') continue;
    const field = org.schema.field(object, name);
    const reference = field ? undefined : org.schema.relationship(object, name);
    if (field && caller.rights.canSee(object, field)) {
      draft.values.set(field, parseValue(field, value));
    } else if (reference && caller.rights.canSee(object, reference)) {
      readParent(org, caller, reference, value, draft);
    } else {
      throw noSuchColumn(name, object);
    }
  }
  return draft;
}

export function noSuchColumn(name: string, object: ObjectType): Error {
  return refuse('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

function readParent(
  org: Org,
  caller: Caller,
  reference: Field,
  value: JsonValue,
  draft: Draft,
): void {
  if (value === null) {
    draft.values.set(reference, null);
    return;
  }
  const parent = org.schema.object(reference.referenceTo[0] ?? '');
  if (!parent || !isObject(value)) {
    throw refuse('JSON_PARSER_ERROR', `Expected an object as ${reference.relationshipName ?? ''}`);
  }
  const keys = Object.entries(value).filter(([name]) => name !== 'attributes');
  const [name = '', given = null] = keys[0] ?? [];
  const key = org.schema.field(parent, name);
  if (!key || !caller.rights.canSee(parent, key)) throw noSuchColumn(name, parent);
  if (!key.idLookup && key.type !== 'id') {
    throw refuse(
      'INVALID_FIELD',
      `Field name provided, ${key.name} does not match an External ID, Salesforce Id, or indexed ` +
        `field for ${parent.name}`,
    );
  }
  const parsed = parseValue(key, given);
  draft.parents.push({
    reference,
    parent,
    key,
    value: typeof parsed === 'string' ? parsed : null,
  });
}
