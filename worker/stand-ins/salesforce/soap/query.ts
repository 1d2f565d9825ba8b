import { textIn } from '../metadata/element.ts';
import type { Tree } from '../metadata/write-xml.ts';
import { refuse } from '../records/refusal.ts';
import { runQuery, type Result } from '../soql/query.ts';
import type { Operation, SoapCall } from './call.ts';

const AT_ONCE = 500;

export const query: Operation = (call) => run(call, false);

export const queryAll: Operation = (call) => run(call, true);

export const queryMore: Operation = (call) => {
  const locator = textIn(call.body, 'queryLocator');
  const [, id = '', offset = ''] = /^(\w{15,18})-(\d+)$/.exec(locator) ?? [];
  const result = call.org.cursors.find(call.caller.userId, id);
  if (!result || Number(offset) >= result.length) {
    throw refuse('INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  return page(call, result, Number(offset), id);
};

function run(call: SoapCall, withDeleted: boolean): Tree {
  const soql = textIn(call.body, 'queryString');
  if (!soql) throw refuse('MALFORMED_QUERY', 'SOQL query cannot be blank');
  const { org, caller, version } = call;
  return page(call, runQuery(org, caller, soql, { version, withDeleted }), 0);
}

function page({ org, caller }: SoapCall, result: Result, from: number, cursor?: string): Tree {
  const end = from + AT_ONCE;
  const done = end >= result.length;
  // Numbers stand in JSON as they were written; through text they keep every digit.
  const records = JSON.parse(JSON.stringify(result.slice(from, end)), exactNumbers) as Json[];
  return {
    done,
    ...(!done && { queryLocator: `${cursor ?? org.cursors.open(caller.userId, result)}-${end}` }),
    records: records.map(recordTree),
    size: result.totalSize,
  };
}

export type Json = { [name: string]: JsonPart };
type JsonPart = string | boolean | null | Json | Json[];

function exactNumbers(_: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}

/** The partner API's sObject: type, id, then the fields in the order of the query. */
export function recordTree({ attributes, ...fields }: Json): Tree {
  const type = isRecord(attributes) && typeof attributes.type === 'string' ? attributes.type : '';
  const id = typeof fields.Id === 'string' ? fields.Id : undefined;
  return {
    type,
    Id: id,
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, partTree(value)])),
  };
}

function partTree(part: JsonPart): Tree {
  if (typeof part === 'string') return part.replace(/(\d{2}:\d{2}\.\d{3})\+0000$/, '$1Z');
  if (!isRecord(part)) return part;
  if (Array.isArray(part.records)) {
    return { done: true, records: part.records.map(recordTree), size: part.records.length };
  }
  return recordTree(part);
}

function isRecord(part: JsonPart | undefined): part is Json {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
