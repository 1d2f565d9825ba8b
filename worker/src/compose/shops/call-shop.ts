import { Failure } from '../../shared/failure.ts';
import { shopIsCalled } from './count-calls.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { failureOf } from './refusals.ts';

/** How one shop is reached, whatever its platform. */
export interface ShopLine {
  /** Shared by everything that calls this shop. */
  limiter: RateLimiter;
  fetch?: typeof fetch | undefined;
  /** For one call from start to last byte; 20 seconds unless told. */
  deadlineMs?: number | undefined;
}

export interface ShopRequest {
  method: string;
  /** The whole address, query included. */
  url: string;
  /** What messages call it: the path without the query, which may hold personal data. */
  path: string;
  headers: Record<string, string>;
  /** Sent as JSON; URLSearchParams as a form. */
  body?: unknown;
}

/**
 * One request to a shop and its parsed answer; null for an empty one and, asked by GET, for 404.
 * Throws only Failures of the `shop_` kinds, and never follows a redirect.
 */
export async function callShop(line: ShopLine, request: ShopRequest): Promise<unknown> {
  const { limiter, deadlineMs = 20_000 } = line;
  const { method, url, path, headers, body } = request;
  const call = line.fetch ?? fetch;
  const init: RequestInit = {
    method,
    headers: { accept: 'application/json', ...typeOf(body), ...headers },
    ...(body !== undefined && { body: isForm(body) ? body : JSON.stringify(body) }),
    // Following one would hand the credentials to whatever host it names.
    redirect: 'manual',
  };
  try {
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

function isForm(body: unknown): body is URLSearchParams {
  return body instanceof URLSearchParams;
}

function typeOf(body: unknown): Record<string, string> {
  // For a form fetch says it by itself, with the encoding.
  return body === undefined || isForm(body) ? {} : { 'content-type': 'application/json' };
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
