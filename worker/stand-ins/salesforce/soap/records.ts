import { childrenOf, textIn } from '../metadata/element.ts';
import { refuse } from '../records/refusal.ts';
import { remove } from '../records/remove.ts';
import { insert, update } from '../records/save.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { existing } from '../rest/records.ts';
import { upsertRow } from '../rest/upsert.ts';
import { workRows, type Operation, type RowResult, type SoapCall } from './call.ts';
import { readRecord, textsOf, type SoapRecord } from './read-record.ts';

export const create: Operation = (call) =>
  workRows(
    call,
    records(call).map(({ object, id, draft }) => (): RowResult => {
      if (id)
        throw refuse('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', [
          'Id',
        ]);
      return { id: insert(call.org, call.caller, object, draft).Id };
    }),
  );

export const updateRecords: Operation = (call) =>
  workRows(
    call,
    records(call).map((record) => (): RowResult => changed(call, record)),
  );

export const upsert: Operation = (call) => {
  const keyName = textIn(call.body, 'externalIDFieldName') || 'Id';
  const rows = records(call).map((record) => {
    const key = keyField(call, record.object, keyName);
    const value = record.draft.values.get(key);
    record.draft.values.delete(key);
    return { ...record, key, value: typeof value === 'string' ? value : null };
  });
  return workRows(
    call,
    rows.map(({ object, id, draft, key, value }) => (): RowResult => {
      if (key.type !== 'id') return upsertRow(call, object, key, { draft, value });
      if (id) return { ...changed(call, { object, id, draft }), created: false };
      return { id: insert(call.org, call.caller, object, draft).Id, created: true };
    }),
  );
};

export const deleteRecords: Operation = (call) =>
  workRows(
    call,
    textsOf(call.body, 'ids').map((id) => (): RowResult => {
      const object = call.org.schema.byKeyPrefix(id.slice(0, 3));
      if (!object || !call.caller.rights.may('read', object)) {
        throw refuse('MALFORMED_ID', `malformed id ${id}`, []);
      }
      const row = existing(call, object, id, 400);
      remove(call.org, call.caller, object, row);
      return { id: row.Id };
    }),
  );

function records(call: SoapCall): SoapRecord[] {
  return childrenOf(call.body, 'sObjects').map((element) => readRecord(call, element));
}

function changed({ org, caller }: SoapCall, { object, id, draft }: SoapRecord): RowResult {
  if (!id) throw refuse('MISSING_ARGUMENT', 'Id not specified in an update call', []);
  const row = existing({ org }, object, id, 400);
  return { id: update(org, caller, object, row, draft).Id };
}

function keyField({ org, caller }: SoapCall, object: ObjectType, name: string): Field {
  const field = org.schema.field(object, name);
  if (field && (field.idLookup || field.type === 'id') && caller.rights.canSee(object, field)) {
    return field;
  }
  throw refuse(
    'INVALID_FIELD',
    `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${object.name}`,
  );
}
