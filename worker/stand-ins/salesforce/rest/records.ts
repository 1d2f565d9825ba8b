import { enqueued } from '../events/platform-event.ts';
import { attributes, presentRecord } from '../records/present.ts';
import { normaliseId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { noSuchColumn, readBody, type Draft } from '../records/read-body.ts';
import { notFound, refuse } from '../records/refusal.ts';
import { remove } from '../records/remove.ts';
import type { Row } from '../records/row.ts';
import { insert, update } from '../records/save.ts';
import { canRead } from '../records/sharing.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { bodyObject, objectOf, type Answer, type Call, type Handler } from './call.ts';

export const createRecord: Handler = (call, { object: name }) => {
  const object = objectOf(call, name);
  const draft = draftOf(call, object, bodyObject(call));
  return created(call, object, insert(call.org, call.caller, object, draft));
};

export function created(call: Call, object: ObjectType, row: Row, more = {}): Answer {
  return {
    status: 201,
    headers: { Location: attributes(object, row.Id, call.version).url },
    body: { id: row.Id, success: true, errors: enqueued(object, row), ...more },
  };
}

/** A single-record body, in which the id has no place: the URL names the record. */
export function draftOf(call: Call, object: ObjectType, body: JsonObject): Draft {
  if (Object.keys(body).some((key) => key.toLowerCase() === 'id')) {
    throw refuse('INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
  }
  return readBody(call.org, call.caller, object, body);
}

export const readRecord: Handler = (call, { object: name, id = '' }) => {
  const object = objectOf(call, name);
  const row = rowAt(call, object, id);
  const shown = row && row.IsDeleted !== true && canRead(call.org, call.caller, object, row);
  if (!shown) throw notFound();
  return showRecord(call, object, row);
};

export function showRecord(call: Call, object: ObjectType, row: Row): Answer {
  const fields = selectedFields(call, object, call.query.get('fields')?.split(','));
  return { status: 200, body: presentRecord(object, row, fields, call.version) };
}

/** The named fields, or all the caller may see. Throws INVALID_FIELD for any other. */
export function selectedFields(call: Call, object: ObjectType, names?: string[]): Field[] {
  const { org, caller } = call;
  const visible = object.fields.filter((field) => caller.rights.canSee(object, field));
  if (!names) return visible;
  const id = visible.filter((field) => field.type === 'id');
  const wanted = names.map((text) => {
    const field = org.schema.field(object, text.trim());
    if (!field || !visible.includes(field)) throw noSuchColumn(text.trim(), object);
    return field;
  });
  return [...new Set([...wanted, ...id])];
}

export const updateRecord: Handler = (call, { object: name, id = '' }) => {
  const object = objectOf(call, name);
  const draft = draftOf(call, object, bodyObject(call));
  update(call.org, call.caller, object, existing(call, object, id), draft);
  return { status: 204 };
};

export const deleteRecord: Handler = (call, { object: name, id = '' }) => {
  const object = objectOf(call, name);
  remove(call.org, call.caller, object, existing(call, object, id));
  return { status: 204 };
};

export function rowAt(call: Pick<Call, 'org'>, object: ObjectType, text: string): Row | undefined {
  const id = normaliseId(text);
  return id === undefined ? undefined : call.org.database.table(object).get(id);
}

/** The row to change, deleted ones included. Throws when the id is none or names no such row. */
export function existing(
  call: Pick<Call, 'org'>,
  object: ObjectType,
  text: string,
  status = 404,
): Row {
  if (object.event) {
    const message = `entity type cannot be updated or deleted: ${object.name}`;
    throw refuse('INVALID_TYPE_FOR_OPERATION', message, []);
  }
  if (!normaliseId(text)?.startsWith(object.keyPrefix)) {
    const message = `${object.label} ID: id value of incorrect type: ${text}`;
    throw refuse('MALFORMED_ID', message, ['Id']);
  }
  const row = rowAt(call, object, text);
  if (!row) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [], status);
  return row;
}
