import { isObject, type JsonObject, type JsonValue } from '../records/json.ts';
import { Refused, notFound, refuse } from '../records/refusal.ts';
import { errorAnswer } from './answers.ts';
import type { Answer, Call } from './call.ts';
import { splitPath } from './path.ts';
import { askedOfDuplicates } from './sign-in.ts';

/** A request within a request, as far as its shape tells. */
export interface Subrequest {
  method: string;
  url: string;
  referenceId: string;
  body: JsonValue;
  headers: JsonObject;
}

/** Throws when a subrequest lacks what it needs. */
export function readSubrequest(value: JsonValue): Subrequest {
  if (!isObject(value) || typeof value.method !== 'string' || typeof value.url !== 'string') {
    throw refuse('JSON_PARSER_ERROR', 'Every subrequest needs a method and a url');
  }
  const { method, url, referenceId, body = null, httpHeaders } = value;
  return {
    method,
    url,
    referenceId: typeof referenceId === 'string' ? referenceId : '',
    body,
    headers: isObject(httpHeaders) ? httpHeaders : {},
  };
}

/** Runs it as if it had come alone; its refusal is its answer. */
export function run(outer: Call, { method, url, body, headers }: Subrequest): Answer {
  try {
    const path = splitPath(url);
    if (!path.version) throw notFound();
    const header = (name: string): string | undefined =>
      ownHeader(headers, name) ?? outer.header(name);
    const assignment = ownHeader(headers, 'sforce-auto-assign') ?? outer.caller.assignment;
    return outer.dispatch({
      ...outer,
      caller: {
        ...outer.caller,
        ...askedOfDuplicates(header),
        ...(assignment !== undefined && { assignment }),
      },
      method,
      version: path.version,
      segments: path.segments,
      query: path.query,
      header,
      body: () => body,
    });
  } catch (error) {
    if (error instanceof Refused) return errorAnswer(error);
    throw error;
  }
}

function ownHeader(headers: JsonObject, name: string): string | undefined {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}
