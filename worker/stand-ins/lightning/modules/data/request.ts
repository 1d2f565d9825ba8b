import { deepFreeze } from './freeze.ts';

const VERSION = '66.0';
/** Behind this address the server speaks to the org as the signed-in user. */
const BASE = `/lightning-api/services/data/v${VERSION}`;

/** What a wire's `error` and a rejected call hold. */
export interface FetchResponse {
  ok: false;
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: unknown;
}

export interface Request {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the API's version, such as `ui-api/records/003...`. */
  path: string;
  /** Lists are joined by commas; what is undefined is left out. */
  query?: Record<string, string | number | boolean | readonly string[] | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The org's answer, frozen. Rejects with a `FetchResponse`. */
export async function request<T>({
  method = 'GET',
  path,
  query,
  body,
  headers,
}: Request): Promise<T> {
  const init: RequestInit = {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  const response = await fetch(`${BASE}/${path}${queryText(query)}`, init).catch(
    (error: unknown) => {
      // What components catch is no Error on the platform either.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw failure(500, 'Server Error', { message: (error as Error).message });
    },
  );
  const content = parse(await response.text());
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (!response.ok) throw failure(response.status, response.statusText, content);
  return deepFreeze(content) as T;
}

function failure(status: number, statusText: string, body: unknown): FetchResponse {
  return deepFreeze({ ok: false, status, statusText, headers: {}, body });
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return { message: text.slice(0, 500) };
  }
}

function queryText(query: Request['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : String(value)]],
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}
