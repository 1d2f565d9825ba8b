import { isObject, type JsonObject } from '../records/json.ts';
import { findByKey } from '../records/find.ts';
import { parseValue } from '../records/parse-value.ts';
import { attributes } from '../records/present.ts';
import { readBody, type Draft } from '../records/read-body.ts';
import { notFound, refuse } from '../records/refusal.ts';
import type { Row } from '../records/row.ts';
import { remove } from '../records/remove.ts';
import { canRead } from '../records/sharing.ts';
import { insert, update } from '../records/save.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { bodyObject, objectOf, type Answer, type Call, type Handler } from './call.ts';
import { created, draftOf, showRecord } from './records.ts';

/** The field that names records in the URL. Throws NOT_FOUND when it cannot, or is hidden. */
export function keyField(call: Call, object: ObjectType, name: string): Field {
  const field = call.org.schema.field(object, name);
  if (!field?.idLookup || !call.caller.rights.canSee(object, field)) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
  }
  return field;
}

type Found = { row: Row | undefined; several?: Answer };

/** A record that is not shared is not found, so that the platform goes on to make a second one. */
function findShared(
  { org, caller }: Pick<Call, 'org' | 'caller'>,
  object: ObjectType,
  key: Field,
  value: string,
): Row[] {
  return findByKey(org, object, key, value).filter((row) => canRead(org, caller, object, row));
}

function find(call: Call, object: ObjectType, key: Field, value: string): Found {
  const rows = findShared(call, object, key, value);
  if (rows.length < 2) return { row: rows[0] };
  const urls = rows.map((row) => attributes(object, row.Id, call.version).url);
  return { row: undefined, several: { status: 300, body: urls } };
}

export const readByKey: Handler = (call, { object: name, key: keyName = '', value = '' }) => {
  const object = objectOf(call, name);
  const { row, several } = find(call, object, keyField(call, object, keyName), value);
  if (several) return several;
  if (!row) throw notFound();
  return showRecord(call, object, row);
};

export const upsertRecord: Handler = (call, { object: name, key: keyName = '', value = '' }) => {
  const object = objectOf(call, name);
  const key = keyField(call, object, keyName);
  const body = bodyObject(call);
  if (Object.keys(body).some((given) => given.toLowerCase() === key.name.toLowerCase())) {
    throw refuse(
      'INVALID_FIELD',
      `The ${key.name} field should not be specified in the sobject data.`,
    );
  }
  const { row, several } = find(call, object, key, value);
  if (several) return several;
  const draft = draftOf(call, object, body);
  if (row) {
    update(call.org, call.caller, object, row, draft);
    return { status: 200, body: { id: row.Id, success: true, errors: [], created: false } };
  }
  if (call.query.get('updateOnly') === 'true') throw notFound();
  draft.values.set(key, parseValue(key, value));
  return created(call, object, insert(call.org, call.caller, object, draft), { created: true });
};

export const deleteByKey: Handler = (call, { object: name, key: keyName = '', value = '' }) => {
  const object = objectOf(call, name);
  const { row, several } = find(call, object, keyField(call, object, keyName), value);
  if (several) return several;
  if (!row) throw notFound();
  remove(call.org, call.caller, object, row);
  return { status: 204 };
};

/** A row of an upsert collection, read but not yet worked on. */
export interface KeyedDraft {
  draft: Draft;
  value: string | null;
}

/** Reads a collection's row, whose key stands among its fields. */
export function readKeyed(
  call: Call,
  object: ObjectType,
  key: Field,
  record: JsonObject,
): KeyedDraft {
  if (isObject(record.attributes) && typeof record.attributes.type === 'string') {
    const type = call.org.schema.object(record.attributes.type);
    if (type !== object) {
      throw refuse('INVALID_TYPE', `All records of an upsert must be of type ${object.name}`);
    }
  }
  const draft = readBody(call.org, call.caller, object, record);
  const value = draft.values.get(key);
  draft.values.delete(key);
  return { draft, value: typeof value === 'string' ? value : null };
}

/** Inserts or updates one row of a collection. Throws Refused. */
export function upsertRow(
  call: Pick<Call, 'org' | 'caller'>,
  object: ObjectType,
  key: Field,
  { draft, value }: KeyedDraft,
): { id: string; created: boolean } {
  if (value === null) throw refuse('MISSING_ARGUMENT', `${key.name} not specified`, []);
  const rows = findShared(call, object, key, value);
  if (rows.length > 1) {
    const ids = rows.map((row) => row.Id).join(', ');
    throw refuse(
      'DUPLICATE_EXTERNAL_ID',
      `${key.name}: more than one record found for external id field: [${ids}]`,
      [key.name],
    );
  }
  const [row] = rows;
  if (row) {
    update(call.org, call.caller, object, row, draft);
    return { id: row.Id, created: false };
  }
  const values = new Map(draft.values).set(key, value);
  return { id: insert(call.org, call.caller, object, { ...draft, values }).Id, created: true };
}
