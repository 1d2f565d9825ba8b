import { asFailure } from '../../../shared/failure.ts';
import { callShop, type ShopLine } from '../call-shop.ts';
import { createRateLimiter, type RateLimiter } from '../rate-limiter.ts';
import { keepToken, type ClientCredentials } from './token.ts';

export type ClarityAccess =
  ({ method: 'oauth' } & ClientCredentials) | { method: 'apiKey'; header: string; apiKey: string };

export interface ClarityConnection {
  /** With or without its version: `https://shop.example/api`. */
  apiUrl: string;
  access: ClarityAccess;
  /** Shared by everything that calls this shop. */
  limiter?: RateLimiter;
  fetch?: typeof fetch;
  /** For one call from start to last byte; 20 seconds unless told. */
  deadlineMs?: number;
  /** Milliseconds since 1970, as Date.now. */
  now?: () => number;
}

/** Several values of one name are sent as the name repeated; undefined is left out. */
export type Query = Record<string, string | number | string[] | undefined>;

export interface ClarityClient {
  /** The parsed answer; null for 404. `path` begins with `/v1/`. */
  get(path: string, query?: Query): Promise<unknown>;
}

/** Speaks to one shop. Throws only Failures, of the `shop_` kinds. */
export function createClarityClient(connection: ClarityConnection): ClarityClient {
  const { access, limiter = createRateLimiter(), deadlineMs, now = Date.now } = connection;
  const line: ShopLine = { limiter, fetch: connection.fetch, deadlineMs };
  const root = connection.apiUrl.replace(/\/+(v1\/*)?$/, '');
  const tokens = access.method === 'oauth' ? keepToken(line, access, now) : undefined;

  async function ask(path: string, query: Query, isSecondTry = false): Promise<unknown> {
    const token = await tokens?.get();
    try {
      const url = root + path + queryText(query);
      return await callShop(line, { method: 'GET', url, path, headers: headersOf(token) });
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (token === undefined || failure.details.status !== 401) throw failure;
      tokens?.forget(token);
      if (isSecondTry) throw failure;
      // It may have been withdrawn before its time; a new one that is refused as well settles it.
      return ask(path, query, true);
    }
  }

  function headersOf(token: string | undefined): Record<string, string> {
    if (access.method === 'apiKey') return { [access.header]: access.apiKey };
    return { authorization: `Bearer ${token}` };
  }

  return { get: (path, query = {}) => ask(path, query) };
}

function queryText(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) params.append(name, String(one));
  return params.size > 0 ? `?${params}` : '';
}
