import type { RecordInput, RecordRepresentation } from './uiRecordApi.ts';

interface ObjectInfo {
  apiName: string;
  fields: Record<string, { createable: boolean; updateable: boolean }>;
}

/** The fields of a record that the user may set, as the input of `createRecord`. */
export function generateRecordInputForCreate(
  record: RecordRepresentation,
  info?: ObjectInfo,
): RecordInput {
  const fields = pick(record, (name) => !info || info.fields[name]?.createable === true);
  return { apiName: record.apiName, fields };
}

/** The fields of a record that the user may change, as the input of `updateRecord`. */
export function generateRecordInputForUpdate(
  record: RecordRepresentation,
  info?: ObjectInfo,
): RecordInput {
  const fields = pick(record, (name) => !info || info.fields[name]?.updateable === true);
  return { fields: { ...fields, Id: record.id } };
}

function pick(record: RecordRepresentation, may: (name: string) => boolean) {
  const entries = Object.entries(record.fields).filter(
    ([name, { value }]) => may(name) && (typeof value !== 'object' || value === null),
  );
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
}
