import { presentRecord } from '../records/present.ts';
import { refuse } from '../records/refusal.ts';
import { canRead } from '../records/sharing.ts';
import { bodyObject, objectOf, type Answer, type Call, type Handler } from './call.ts';
import { rowAt, selectedFields } from './records.ts';

const MOST_IDS = 2000;

export const retrieveByQuery: Handler = (call, { object: name = '' }) => {
  const part = (key: string): string[] => (call.query.get(key) ?? '').split(',').filter(Boolean);
  return retrieve(call, name, part('ids'), part('fields'));
};

export const retrieveByBody: Handler = (call, { object: name = '' }) => {
  const body = bodyObject(call);
  const part = (key: string): string[] => {
    const value = body[key];
    if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
    throw refuse('JSON_PARSER_ERROR', `The request needs a list named ${key}`);
  };
  return retrieve(call, name, part('ids'), part('fields'));
};

/** One record per id, in the order asked for; null where there is none. */
function retrieve(call: Call, name: string, ids: string[], names: string[]): Answer {
  const object = objectOf(call, name);
  if (ids.length > MOST_IDS) {
    throw refuse('EXCEEDED_ID_LIMIT', `cannot retrieve more than ${MOST_IDS} records in one call`);
  }
  const fields = selectedFields(call, object, names);
  const records = ids.map((id) => {
    const row = rowAt(call, object, id);
    const shown = row && row.IsDeleted !== true && canRead(call.org, call.caller, object, row);
    if (!shown) return null;
    return presentRecord(object, row, fields, call.version);
  });
  return { status: 200, body: records };
}
