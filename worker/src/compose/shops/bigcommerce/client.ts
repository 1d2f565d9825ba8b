import { Failure } from '../../../shared/failure.ts';
import { shopIsCalled } from '../count-calls.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import { failureOf } from './refusals.ts';

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
  const { accessToken, limiter = createRateLimiter(), deadlineMs = 20_000 } = access;
  const call = access.fetch ?? fetch;
  const root = access.apiUrl.replace(/\/+(v[23]\/*)?$/, '');

  async function ask(method: string, path: string, query: Query, body?: unknown): Promise<unknown> {
    const init: RequestInit = {
      method,
      headers: {
        accept: 'application/json',
        'x-auth-token': accessToken,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // Following one would hand the token to whatever host it names.
      redirect: 'manual',
    };
    try {
      const url = root + path + queryText(query);
      const response = await limiter.run(() => {
        shopIsCalled();
        return call(url, { ...init, signal: AbortSignal.timeout(deadlineMs) });
      });
      const text = await response.text();
      if (response.status === 404 && method === 'GET') return null;
      if (!response.ok) throw failureOf(response.status, method, path);
      return text === '' ? null : readJson(text, path);
    } catch (thrown) {
      throw thrown instanceof Failure ? thrown : unreachable(thrown, path, deadlineMs);
    }
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

function readJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may be personal data.
    throw new Failure('shop_shape', `The shop's answer to ${path} is not JSON.`, {
      nextStep: 'Check that the API URL of the shop is right, then replay the event.',
    });
  }
}

function unreachable(thrown: unknown, path: string, deadlineMs: number): Failure {
  const late = thrown instanceof DOMException && thrown.name === 'TimeoutError';
  const what = late ? `did not answer ${path} within ${deadlineMs} ms` : `could not be reached`;
  return new Failure('shop_unavailable', `The shop ${what}.`, {
    cause: thrown,
    nextStep: 'Nothing to do: Cartbridge tries again by itself.',
  });
}
