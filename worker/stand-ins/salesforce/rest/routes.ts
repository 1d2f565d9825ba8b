import { notFound, refuse } from '../records/refusal.ts';
import type { Answer, Call, Handler, Parameters } from './call.ts';
import { createMany, deleteMany, updateMany, upsertMany } from './collections.ts';
import { batch, composite } from './composite.ts';
import { graph } from './graph.ts';
import { basicInformation, describeGlobal, describeObject } from './describe.ts';
import { query, queryMore } from './query.ts';
import { createRecord, deleteRecord, readRecord, updateRecord } from './records.ts';
import { retrieveByBody, retrieveByQuery } from './retrieve.ts';
import { deleteByKey, readByKey, upsertRecord } from './upsert.ts';
import { limits, resources } from './versions.ts';

type Methods = Record<string, Handler>;

/** The first that fits is taken; a colon marks what stands for anything. */
const ROUTES: [path: string, methods: Methods][] = [
  ['', { GET: resources }],
  ['limits', { GET: limits }],
  ['query', { GET: query }],
  ['queryAll', { GET: query }],
  ['query/:locator', { GET: queryMore }],
  ['queryAll/:locator', { GET: queryMore }],
  ['sobjects', { GET: describeGlobal }],
  ['sobjects/:object', { GET: basicInformation, POST: createRecord }],
  ['sobjects/:object/describe', { GET: describeObject }],
  ['sobjects/:object/:id', { GET: readRecord, PATCH: updateRecord, DELETE: deleteRecord }],
  ['sobjects/:object/:key/:value', { GET: readByKey, PATCH: upsertRecord, DELETE: deleteByKey }],
  ['composite', { POST: composite }],
  ['composite/batch', { POST: batch }],
  ['composite/graph', { POST: graph }],
  ['composite/sobjects', { POST: createMany, PATCH: updateMany, DELETE: deleteMany }],
  ['composite/sobjects/:object', { GET: retrieveByQuery, POST: retrieveByBody }],
  ['composite/sobjects/:object/:key', { PATCH: upsertMany }],
];

const PARSED = ROUTES.map(([path, methods]) => ({ parts: path.split('/'), methods }));

/** Finds who answers a call and lets it answer. Throws Refused. */
export function dispatch(call: Call): Answer {
  for (const { parts, methods } of PARSED) {
    const parameters = match(parts, call.segments);
    if (!parameters) continue;
    const handler = methods[call.method];
    if (!handler) {
      const allowed = Object.keys(methods).join(',');
      throw refuse(
        'METHOD_NOT_ALLOWED',
        `HTTP Method '${call.method}' not allowed. Allowed are ${allowed}`,
      );
    }
    return handler(call, parameters);
  }
  throw notFound();
}

function match(parts: string[], segments: string[]): Parameters | undefined {
  const given = segments.length > 0 ? segments : [''];
  if (parts.length !== given.length) return undefined;
  const parameters: Parameters = {};
  for (const [place, part] of parts.entries()) {
    const value = given[place] ?? '';
    if (part.startsWith(':')) parameters[part.slice(1)] = value;
    else if (part.toLowerCase() !== value.toLowerCase()) return undefined;
  }
  return parameters;
}
