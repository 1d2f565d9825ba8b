import type { JsonValue } from '../records/json.ts';
import { Refused, refuse } from '../records/refusal.ts';
import { errorAnswer } from './answers.ts';
import { bodyObject, type Answer, type Call, type Handler } from './call.ts';
import { fillIn, fillInBody, type Answers } from './references.ts';
import { readSubrequest, run, type Subrequest } from './subrequest.ts';

const MOST = 25;
const MOST_QUERIES_AND_COLLECTIONS = 5;

export const composite: Handler = (call) => {
  const body = bodyObject(call);
  const requests = readRequests(body.compositeRequest);
  const heavy = requests.filter(({ url }) => /\/(query|queryAll|composite\/sobjects)\b/.test(url));
  if (heavy.length > MOST_QUERIES_AND_COLLECTIONS) {
    throw refuse(
      'LIMIT_EXCEEDED',
      `A composite request can contain up to ${MOST_QUERIES_AND_COLLECTIONS} query and sObject ` +
        'Collections subrequests',
    );
  }
  const allOrNone = body.allOrNone === true;
  return { status: 200, body: { compositeResponse: runAll(call, requests, allOrNone).answers } };
};

/** Independent requests in one; each is worked on even when those before it failed. */
export const batch: Handler = (call) => {
  const body = bodyObject(call);
  const list = Array.isArray(body.batchRequests) ? body.batchRequests : [];
  if (list.length > MOST) throw tooMany();
  let halted = false;
  const results = list.map((item) => {
    const { method, url, richInput = null } = item as Record<string, JsonValue>;
    const request = readSubrequest({ method: method ?? '', url: url ?? '', body: richInput });
    const path = request.url.startsWith('/') ? request.url : `/services/data/${request.url}`;
    const answer = halted ? haltedAnswer() : run(call, { ...request, url: path });
    halted ||= body.haltOnError === true && answer.status >= 400;
    return { statusCode: answer.status, result: answer.body ?? null };
  });
  const hasErrors = results.some(({ statusCode }) => statusCode >= 400);
  return { status: 200, body: { hasErrors, results } };
};

function tooMany(): Refused {
  return refuse('LIMIT_EXCEEDED', `A composite request can contain up to ${MOST} subrequests`);
}

function readRequests(value: JsonValue | undefined): Subrequest[] {
  if (!Array.isArray(value)) {
    throw refuse('JSON_PARSER_ERROR', 'The request needs a list named compositeRequest');
  }
  if (value.length > MOST) throw tooMany();
  return checkReferenceIds(value.map(readSubrequest));
}

export function checkReferenceIds(requests: Subrequest[]): Subrequest[] {
  const seen = new Set<string>();
  for (const { referenceId } of requests) {
    if (!/^[a-z]\w*$/i.test(referenceId) || seen.has(referenceId)) {
      throw refuse(
        'JSON_PARSER_ERROR',
        `Invalid or repeated referenceId: "${referenceId}". It begins with a letter, consists of ` +
          'letters, digits and underscores, and occurs once.',
      );
    }
    seen.add(referenceId);
  }
  return requests;
}

interface SubAnswer {
  body: unknown;
  httpHeaders: Record<string, string>;
  httpStatusCode: number;
  referenceId: string;
}

/** Runs requests one after the other, each able to use the answers of those before it. */
export function runAll(
  call: Call,
  requests: Subrequest[],
  allOrNone: boolean,
): { answers: SubAnswer[]; failed: boolean } {
  const known: Answers = new Map();
  const runThem = (): SubAnswer[] =>
    requests.map((request) => runOne({ ...call, allOrNone }, request, known));
  // Unless they stand and fall together, each is a transaction of its own.
  const answers = allOrNone
    ? call.org.database.transaction(runThem, (all) => !all.some(hasFailed))
    : runThem();
  const failed = answers.some(hasFailed);
  if (!allOrNone || !failed) return { answers, failed };
  const culprit = answers.findIndex(hasFailed);
  return {
    failed,
    answers: answers.map((answer, place) =>
      place === culprit ? answer : show(haltedAnswer(), answer.referenceId),
    ),
  };
}

function runOne(call: Call, request: Subrequest, known: Answers): SubAnswer {
  let answer: Answer;
  try {
    const url = fillIn(request.url, known);
    answer = run(call, { ...request, url, body: fillInBody(request.body, known) });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    answer = errorAnswer(error);
  }
  // Through JSON and back: references look at what the caller would see.
  if (answer.status < 400) known.set(request.referenceId, asSeen(answer.body));
  return show(answer, request.referenceId);
}

function asSeen(body: unknown): unknown {
  return body === undefined ? null : JSON.parse(JSON.stringify(body));
}

function show({ status, body, headers }: Answer, referenceId: string): SubAnswer {
  return {
    body: body ?? null,
    httpHeaders: headers ?? {},
    httpStatusCode: status,
    referenceId,
  };
}

/** A collection answers 200 whatever became of its rows; for all-or-none each row counts. */
function hasFailed({ httpStatusCode, body }: SubAnswer): boolean {
  if (httpStatusCode >= 400) return true;
  return (
    Array.isArray(body) && body.some((row: { success?: boolean } | null) => row?.success === false)
  );
}

function haltedAnswer(): Answer {
  return errorAnswer(
    refuse(
      'PROCESSING_HALTED',
      'We rolled back the transaction since another operation in the same transaction failed.',
    ),
  );
}
