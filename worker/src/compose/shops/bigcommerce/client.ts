import { callShop } from '../call-shop.ts';
import { createRateLimiter, type RateLimiter } from '../rate-limiter.ts';

export interface BigCommerceAccess {
  /** The API path of the store, with or without its version: `https://…/stores/abc123`. */
  apiUrl: string;
  accessToken: string;
  /** Shared by everything that calls this store. */
  limiter?: RateLimiter;
  fetch?: typeof fetch;
  /** For one call from start to last byte; 20 seconds unless told. */
  deadlineMs?: number;
}

export type Query = Record<string, string | number>;

export interface BigCommerceClient {
  /** The parsed answer; null for 404 and for the empty 204 of v2. `path` begins with `/v2/` or `/v3/`. */
  get(path: string, query?: Query): Promise<unknown>;
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
}

/** Speaks to one store. Throws only Failures, of the `shop_` kinds. */
export function createBigCommerceClient(access: BigCommerceAccess): BigCommerceClient {
  const { accessToken, limiter = createRateLimiter() } = access;
  const line = { limiter, fetch: access.fetch, deadlineMs: access.deadlineMs };
  const root = access.apiUrl.replace(/\/+(v[23]\/*)?$/, '');

  function ask(method: string, path: string, query: Query, body?: unknown): Promise<unknown> {
    const url = root + path + queryText(query);
    return callShop(line, { method, url, path, headers: { 'x-auth-token': accessToken }, body });
  }

  return {
    get: (path, query = {}) => ask('GET', path, query),
    send: (method, path, body) => ask(method, path, {}, body),
  };
}

/** Colons and commas stay as they are: a filter the store does not recognise is ignored silently. */
function queryText(query: Query): string {
  const pairs = Object.entries(query).map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function escaped(text: string | number): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2C', ',');
}
