import { isObject, type JsonValue } from '../records/json.ts';
import { refuse } from '../records/refusal.ts';
import { bodyObject, type Call, type Handler } from './call.ts';
import { checkReferenceIds, runAll } from './composite.ts';
import { readSubrequest } from './subrequest.ts';

const MOST_GRAPHS = 75;
const MOST_NODES = 500;
/** Graphs are for records: no query, no collections. */
const RECORD_URL = /\/services\/data\/v\d+\.0\/sobjects\/\w+(\/[^/]+){0,2}$/;

export const graph: Handler = (call) => {
  const { graphs } = bodyObject(call);
  if (!Array.isArray(graphs)) {
    throw refuse('JSON_PARSER_ERROR', 'The request needs a list named graphs');
  }
  const nodes = graphs.reduce((total: number, one) => total + nodesOf(one).length, 0);
  if (graphs.length > MOST_GRAPHS || nodes > MOST_NODES) {
    throw refuse(
      'LIMIT_EXCEEDED',
      `A payload can contain up to ${MOST_GRAPHS} graphs and ${MOST_NODES} nodes`,
    );
  }
  return { status: 200, body: { graphs: graphs.map((one) => runGraph(call, one)) } };
};

function nodesOf(value: JsonValue): JsonValue[] {
  if (!isObject(value) || typeof value.graphId !== 'string') {
    throw refuse('JSON_PARSER_ERROR', 'Every graph needs a graphId and a compositeRequest');
  }
  return Array.isArray(value.compositeRequest) ? value.compositeRequest : [];
}

/** Each graph succeeds or fails as a whole, whatever becomes of the others. */
function runGraph(call: Call, value: JsonValue) {
  const requests = checkReferenceIds(nodesOf(value).map(readSubrequest));
  const wrong = requests.find(({ url }) => !RECORD_URL.test(url));
  if (wrong) {
    throw refuse('INVALID_INPUT', `The URL ${wrong.url} is not allowed in a composite graph`);
  }
  const { answers, failed } = runAll(call, requests, true);
  const graphId = isObject(value) ? value.graphId : null;
  return { graphId, graphResponse: { compositeResponse: answers }, isSuccessful: !failed };
}
