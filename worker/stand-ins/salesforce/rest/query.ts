import { refuse } from '../records/refusal.ts';
import { describeColumns } from '../soql/column-metadata.ts';
import { runQuery, type Result } from '../soql/query.ts';
import type { Answer, Call, Handler } from './call.ts';

const MOST_AT_ONCE = 2000;
const LEAST_AT_ONCE = 200;

export const query: Handler = (call) => {
  const soql = call.query.get('q');
  if (!soql) throw refuse('MALFORMED_QUERY', 'SOQL query cannot be blank: give it as q');
  if (call.query.get('columns') === 'true') {
    return { status: 200, body: describeColumns(call.org, call.caller, soql, call.version) };
  }
  const result = runQuery(call.org, call.caller, soql, {
    version: call.version,
    withDeleted: call.segments[0]?.toLowerCase() === 'queryall',
  });
  return page(call, result, 0);
};

export const queryMore: Handler = (call, { locator = '' }) => {
  const [, id = '', offset = ''] = /^(\w{15,18})-(\d+)$/.exec(locator) ?? [];
  const result = call.org.cursors.find(call.caller.userId, id);
  if (!result || Number(offset) >= result.length) {
    throw refuse('INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  return page(call, result, Number(offset), id);
};

function page(call: Call, result: Result, offset: number, cursor?: string): Answer {
  const end = offset + batchSize(call);
  const { totalSize } = result;
  const records = result.slice(offset, end);
  if (end >= result.length) return { status: 200, body: { totalSize, done: true, records } };
  const id = cursor ?? call.org.cursors.open(call.caller.userId, result);
  const resource = call.segments[0] ?? 'query';
  const nextRecordsUrl = `/services/data/${call.version}/${resource}/${id}-${end}`;
  return { status: 200, body: { totalSize, done: false, nextRecordsUrl, records } };
}

function batchSize(call: Call): number {
  const wish = /batchSize=(\d+)/i.exec(call.header('sforce-query-options') ?? '')?.[1];
  if (!wish) return MOST_AT_ONCE;
  return Math.min(Math.max(Number(wish), LEAST_AT_ONCE), MOST_AT_ONCE);
}
