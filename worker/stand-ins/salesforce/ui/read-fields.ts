import { isObject, JsonNumber, type JsonObject, type JsonValue } from '../records/json.ts';
import { readBody, type Draft } from '../records/read-body.ts';
import { Refused, type Refusal } from '../records/refusal.ts';
import type { Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { badBody } from './refusals.ts';

/** The `fields` of a body. Throws POST_BODY_PARSE_ERROR when there are none. */
export function fieldsOf(body: JsonObject): JsonObject {
  const { fields } = body;
  if (!isObject(fields)) throw badBody('The request needs an object named fields');
  return fields;
}

/**
 * The values a record shall get. Throws every field at once that the object lacks, that the caller
 * may not see, or whose value is of another kind. An Id is left out: the URL names the record.
 */
export function draftOf(call: Call, object: ObjectType, given: JsonObject): Draft {
  const draft: Draft = { values: new Map(), parents: [] };
  const refusals: Refusal[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (name.toLowerCase() === 'id') continue;
    try {
      const one = readBody(call.org, call.caller, object, { [name]: value });
      for (const [field, kept] of one.values) draft.values.set(field, kept);
      draft.parents.push(...one.parents);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(
        ...error.refusals.map((refusal) => explain(call, object, name, value, refusal)),
      );
    }
  }
  if (refusals.length > 0) throw new Refused(refusals);
  return draft;
}

function explain(
  call: Call,
  object: ObjectType,
  name: string,
  value: JsonValue,
  refusal: Refusal,
): Refusal {
  const field = call.org.schema.field(object, name);
  if (!field || refusal.code !== 'JSON_PARSER_ERROR') return refusal;
  const shown = value instanceof JsonNumber ? value.source : value;
  return {
    code: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    message:
      `${field.label}: value not of required type: ` +
      (typeof shown === 'object' ? JSON.stringify(shown) : String(shown)),
    fields: [field.name],
  };
}
