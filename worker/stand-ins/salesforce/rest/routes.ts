import {
  changeIngest,
  createIngest,
  deleteIngest,
  failedResults,
  listIngest,
  readIngest,
  successfulResults,
  unprocessedRecords,
  upload,
} from '../bulk/ingest-routes.ts';
import {
  changeQuery,
  createQuery,
  deleteQuery,
  listQueries,
  queryResults,
  readQuery,
} from '../bulk/query-routes.ts';
import {
  changeDeployRequest,
  createDeployRequest,
  readDeployRequest,
} from '../metadata/rest-routes.ts';
import { answerGraphql } from '../graphql/answer.ts';
import { notFound, refuse } from '../records/refusal.ts';
import { UI_ROUTES } from '../ui/routes.ts';
import type { Answer, Call, Handler, Parameters } from './call.ts';
import { createMany, deleteMany, updateMany, upsertMany } from './collections.ts';
import { batch, composite } from './composite.ts';
import { graph } from './graph.ts';
import { basicInformation, describeGlobal, describeObject } from './describe.ts';
import { query, queryMore } from './query.ts';
import { createRecord, deleteRecord, readRecord, updateRecord } from './records.ts';
import { deletedRecords, updatedRecords } from './replication.ts';
import { retrieveByBody, retrieveByQuery } from './retrieve.ts';
import { deleteByKey, readByKey, upsertRecord } from './upsert.ts';
import { search } from './search.ts';
import { createTree } from './tree.ts';
import { refuseScratchOrg, scratchOrgInfo } from '../tooling/scratch-orgs.ts';
import {
  toolingCreate,
  toolingDescribe,
  toolingObject,
  toolingObjects,
  toolingQuery,
  toolingQueryMore,
  toolingRead,
  toolingUpdate,
} from '../tooling/routes.ts';
import { limits, recordCount, resources } from './versions.ts';

type Methods = Record<string, Handler>;

/** The first that fits is taken; a colon marks what stands for anything. */
const ROUTES: [path: string, methods: Methods][] = [
  ['', { GET: resources }],
  ['limits', { GET: limits }],
  ['limits/recordCount', { GET: recordCount }],
  ['search', { GET: search }],
  ['query', { GET: query }],
  ['queryAll', { GET: query }],
  ['query/:locator', { GET: queryMore }],
  ['queryAll/:locator', { GET: queryMore }],
  ['sobjects', { GET: describeGlobal }],
  ['sobjects/ScratchOrgInfo', { GET: scratchOrgInfo, POST: refuseScratchOrg }],
  ['sobjects/:object', { GET: basicInformation, POST: createRecord }],
  ['sobjects/:object/describe', { GET: describeObject }],
  ['sobjects/:object/updated', { GET: updatedRecords }],
  ['sobjects/:object/deleted', { GET: deletedRecords }],
  ['sobjects/:object/:id', { GET: readRecord, PATCH: updateRecord, DELETE: deleteRecord }],
  ['sobjects/:object/:key/:value', { GET: readByKey, PATCH: upsertRecord, DELETE: deleteByKey }],
  ['composite', { POST: composite }],
  ['composite/batch', { POST: batch }],
  ['composite/graph', { POST: graph }],
  ['composite/tree/:object', { POST: createTree }],
  ['graphql', { POST: answerGraphql }],
  ['composite/sobjects', { POST: createMany, PATCH: updateMany, DELETE: deleteMany }],
  ['composite/sobjects/:object', { GET: retrieveByQuery, POST: retrieveByBody }],
  ['composite/sobjects/:object/:key', { PATCH: upsertMany }],
  ['tooling/query', { GET: toolingQuery }],
  ['tooling/query/:locator', { GET: toolingQueryMore }],
  ['tooling/sobjects', { GET: toolingObjects }],
  ['tooling/sobjects/:object', { GET: toolingObject, POST: toolingCreate }],
  ['tooling/sobjects/:object/describe', { GET: toolingDescribe }],
  ['tooling/sobjects/:object/:id', { GET: toolingRead, PATCH: toolingUpdate }],
  ['metadata/deployRequest', { POST: createDeployRequest }],
  ['metadata/deployRequest/:id', { GET: readDeployRequest, PATCH: changeDeployRequest }],
  ['jobs/ingest', { GET: listIngest, POST: createIngest }],
  ['jobs/ingest/:id', { GET: readIngest, PATCH: changeIngest, DELETE: deleteIngest }],
  ['jobs/ingest/:id/batches', { PUT: upload }],
  ['jobs/ingest/:id/successfulResults', { GET: successfulResults }],
  ['jobs/ingest/:id/failedResults', { GET: failedResults }],
  ['jobs/ingest/:id/unprocessedrecords', { GET: unprocessedRecords }],
  ['jobs/query', { GET: listQueries, POST: createQuery }],
  ['jobs/query/:id', { GET: readQuery, PATCH: changeQuery, DELETE: deleteQuery }],
  ['jobs/query/:id/results', { GET: queryResults }],
  ...UI_ROUTES,
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
