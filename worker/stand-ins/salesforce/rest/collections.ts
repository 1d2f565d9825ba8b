import { enqueued } from '../events/platform-event.ts';
import { isObject, type JsonObject } from '../records/json.ts';
import { normaliseId } from '../records/ids.ts';
import { readBody } from '../records/read-body.ts';
import { notFound, refuse } from '../records/refusal.ts';
import { remove } from '../records/remove.ts';
import { insert, update } from '../records/save.ts';
import type { ObjectType } from '../schema/model.ts';
import { bodyObject, objectOf, type Call, type Handler } from './call.ts';
import { existing } from './records.ts';
import { checkChunks, checkCount, readRows, workThrough, type RowWork } from './rows.ts';
import { keyField, readKeyed, upsertRow } from './upsert.ts';

export const createMany: Handler = (call) => {
  const body = bodyObject(call);
  const rows = readRows(body.records).map((record) => {
    const object = typeOf(call, record);
    return { object, draft: readBody(call.org, call.caller, object, record) };
  });
  checkChunks(rows.map((row) => row.object));
  const work = rows.map(({ object, draft }): RowWork => {
    return () => {
      const row = insert(call.org, call.caller, object, draft);
      return { id: row.Id, errors: enqueued(object, row) };
    };
  });
  return workThrough(call, body.allOrNone === true, work);
};

export const updateMany: Handler = (call) => {
  const body = bodyObject(call);
  const rows = readRows(body.records).map((record) => {
    const object = typeOf(call, record);
    const { id, rest } = withoutId(record);
    return { object, id, draft: readBody(call.org, call.caller, object, rest) };
  });
  checkChunks(rows.map((row) => row.object));
  const ids = rows.map((row) => normaliseId(row.id) ?? row.id);
  const work = rows.map(({ object, id, draft }): RowWork => {
    return () => {
      if (id === '') throw refuse('MISSING_ARGUMENT', 'Id not specified in an update call', []);
      refuseRepeated(ids, normaliseId(id) ?? id, 'DUPLICATE_VALUE', 'Duplicate id specified');
      const row = existing(call, object, id, 400);
      return { id: update(call.org, call.caller, object, row, draft).Id };
    };
  });
  return workThrough(call, body.allOrNone === true, work);
};

export const upsertMany: Handler = (call, { object: name, key: keyName = '' }) => {
  const object = objectOf(call, name);
  const key = keyField(call, object, keyName);
  const body = bodyObject(call);
  const rows = readRows(body.records).map((record) => readKeyed(call, object, key, record));
  const values = rows.map(({ value }) => value ?? '');
  const work = rows.map((row): RowWork => {
    return () => {
      const value = row.value ?? '';
      refuseRepeated(values, value, 'DUPLICATE_EXTERNAL_ID', 'Duplicate external id specified');
      return upsertRow(call, object, key, row);
    };
  });
  return workThrough(call, body.allOrNone === true, work);
};

export const deleteMany: Handler = (call) => {
  const ids = (call.query.get('ids') ?? '').split(',').map((id) => id.trim());
  checkCount(ids.length);
  const work = ids.map((id): RowWork => {
    return () => {
      const object = call.org.schema.byKeyPrefix(id.slice(0, 3));
      if (!object || !call.caller.rights.may('read', object)) {
        throw refuse('MALFORMED_ID', `malformed id ${id}`, []);
      }
      const row = existing(call, object, id, 400);
      remove(call.org, call.caller, object, row);
      return { id: row.Id };
    };
  });
  return workThrough(call, call.query.get('allOrNone') === 'true', work);
};

function refuseRepeated(all: string[], one: string, code: string, message: string): void {
  if (one === '' || all.indexOf(one) === all.lastIndexOf(one)) return;
  throw refuse(code, `${message}: ${one}`, []);
}

function typeOf(call: Call, record: JsonObject): ObjectType {
  const { attributes } = record;
  const type = isObject(attributes) ? attributes.type : undefined;
  if (typeof type !== 'string') {
    throw refuse('INVALID_TYPE', 'Every record needs {"attributes": {"type": "..."}}');
  }
  const object = call.org.schema.object(type);
  if (!object || !call.caller.rights.may('read', object)) throw notFound();
  return object;
}

function withoutId(record: JsonObject): { id: string; rest: JsonObject } {
  const entries = Object.entries(record);
  const id = entries.find(([name]) => name.toLowerCase() === 'id')?.[1];
  const rest = Object.fromEntries(entries.filter(([name]) => name.toLowerCase() !== 'id'));
  return { id: typeof id === 'string' ? id : '', rest };
}
