import type { Caller, Org } from '../org.ts';
import { isObject, type JsonObject, type JsonValue } from '../records/json.ts';
import { notFound, refuse } from '../records/refusal.ts';
import type { ObjectType } from '../schema/model.ts';

/** One call of the REST API, from the network or from inside a composite request. */
export interface Call {
  org: Org;
  caller: Caller;
  method: string;
  /** `v66.0` */
  version: string;
  /** The path below the version, decoded, such as `['sobjects', 'Lead']`. */
  segments: string[];
  query: URLSearchParams;
  /** The address under which the caller reached the org. */
  ownUrl: string;
  header(name: string): string | undefined;
  /** Reads the body; throws JSON_PARSER_ERROR when it is not JSON. */
  body(): JsonValue;
  /** The body as it came, for the few that are not JSON. */
  text: string;
  /** A body of several parts, which is no text. */
  bytes?: Buffer;
  /** An enclosing request rolls everything back when any row fails. */
  allOrNone: boolean;
  /** Answers a call; a composite request uses it for the calls inside it. */
  dispatch(call: Call): Answer;
}

export interface Answer {
  status: number;
  body?: unknown;
  /** Sent as it is, instead of a body in JSON; the headers tell its type. */
  text?: string;
  headers?: Record<string, string>;
}

export type Parameters = Record<string, string>;
export type Handler = (call: Call, parameters: Parameters) => Answer;

export function bodyObject(call: Call): JsonObject {
  const body = call.body();
  if (!isObject(body)) {
    throw refuse('JSON_PARSER_ERROR', 'Unexpected end of input: a JSON object was expected');
  }
  return body;
}

/** The object a URL names, in any case. Throws NOT_FOUND when the caller has no access to it. */
export function objectOf({ org, caller }: Call, name = ''): ObjectType {
  const object = org.schema.object(name);
  if (!object || !caller.rights.may('read', object)) throw notFound();
  return object;
}
