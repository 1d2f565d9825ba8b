import type { Request, Response } from 'express';
import { bodyText } from '../../kit/server.ts';
import { originOf } from '../events/origin.ts';
import type { Org } from '../org.ts';
import { parseExactly, type JsonValue } from '../records/json.ts';
import { Refused, notFound, refuse } from '../records/refusal.ts';
import { purge } from '../records/restore.ts';
import { errorAnswer } from './answers.ts';
import type { Answer } from './call.ts';
import { splitPath } from './path.ts';
import { dispatch } from './routes.ts';
import { signIn } from './sign-in.ts';
import { isServed } from './versions.ts';

/** Answers one request below `/services/data/vNN.0`. */
export function answerApi(
  org: Org,
  request: Request,
  response: Response,
  own: { url: string; adminToken?: string },
): void {
  let answer: Answer;
  try {
    answer = work(org, request, own);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    answer = errorAnswer(error);
  }
  if (answer.status !== 401) {
    response.set('Sforce-Limit-Info', `api-usage=${org.allowance.used()}/${org.allowance.max}`);
  }
  send(response, answer);
}

export function send(response: Response, { status, body, text, headers }: Answer): void {
  response.status(status).set(headers ?? {});
  if (text !== undefined) {
    response.end(text);
    return;
  }
  if (body === undefined) {
    response.end();
    return;
  }
  response.set('Content-Type', 'application/json;charset=UTF-8');
  // Not response.json(): Express would spell the charset its own way.
  response.end(JSON.stringify(body));
}

function work(org: Org, request: Request, own: { url: string; adminToken?: string }): Answer {
  const header = (name: string): string | undefined => request.get(name);
  const { version, segments, query } = splitPath(request.originalUrl);
  const caller = {
    ...signIn(org, header, own.adminToken),
    ...(runsAssignment(segments) && { assignment: header('sforce-auto-assign') ?? 'TRUE' }),
  };
  if (!isServed(version)) throw notFound();
  if (org.allowance.used() >= org.allowance.max) {
    throw refuse('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
  }
  if (org.traffic.isFull()) {
    throw refuse(
      'REQUEST_LIMIT_EXCEEDED',
      'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
    );
  }
  org.allowance.count();
  purge(org);
  const text = bodyText(request);
  // Uploads of Bulk are CSV, and check that themselves.
  const isUpload = segments[0] === 'jobs' && segments.at(-1) === 'batches';
  if (text && !isUpload && !/json/i.test(request.get('content-type') ?? '')) {
    throw refuse(
      'UNSUPPORTED_MEDIA_TYPE',
      "Content type of the request is not supported. Use 'application/json'.",
    );
  }
  // For clients that cannot send PATCH.
  const method = query.get('_HttpMethod') ?? request.method;
  const call = {
    org,
    caller,
    method,
    version,
    segments,
    query,
    ownUrl: own.url,
    header,
    body: () => parse(text),
    text,
    ...(Buffer.isBuffer(request.body) && { bytes: request.body }),
    allOrNone: false,
    dispatch,
  };
  const origin = originOf('rest', version, header('sforce-call-options'));
  return org.database.as({ userId: caller.userId, origin }, () => dispatch(call));
}

/** Of the ways to write, the REST API’s own run assignment rules unless they are told not to. */
function runsAssignment([first]: string[]): boolean {
  return first === 'sobjects' || first === 'composite';
}

function parse(text: string): JsonValue {
  try {
    return parseExactly(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not JSON';
    throw refuse('JSON_PARSER_ERROR', `${reason} at [line:1, column:1]`);
  }
}
