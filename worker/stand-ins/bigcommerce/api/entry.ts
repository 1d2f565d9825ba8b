import type { NextFunction, Request, Response } from 'express';
import type { Clock } from '../../kit/clock.ts';
import type { Identity } from '../shop.ts';
import { Refusal } from './answers.ts';

/** Lets in who knows the store's hash and token. */
export function checkToken(identity: Identity) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const right =
      request.params.hash === identity.storeHash &&
      request.get('x-auth-token') === identity.accessToken;
    next(right ? undefined : new Refusal(401, 'Unauthorized'));
  };
}

const WINDOW_MS = 30_000;

/** The store's quota of calls, shared by all its clients, in windows of 30 s on the clock. */
export interface Quota {
  /** Calls in one window. */
  limit: number;
  check: (request: Request, response: Response, next: NextFunction) => void;
  reset: () => void;
}

export function createQuota(clock: Clock, limit: number): Quota {
  let windowStart = 0;
  let used = 0;
  const quota: Quota = {
    limit,
    check(_request, response, next) {
      const now = clock.now().getTime();
      if (now - windowStart >= WINDOW_MS) {
        windowStart = now;
        used = 0;
      }
      used += 1;
      response.set({
        'X-Rate-Limit-Time-Window-Ms': String(WINDOW_MS),
        'X-Rate-Limit-Time-Reset-Ms': String(windowStart + WINDOW_MS - now),
        'X-Rate-Limit-Requests-Quota': String(quota.limit),
        'X-Rate-Limit-Requests-Left': String(Math.max(quota.limit - used, 0)),
      });
      next(used > quota.limit ? new Refusal(429, 'Too many requests') : undefined);
    },
    reset() {
      quota.limit = limit;
      windowStart = 0;
      used = 0;
    },
  };
  return quota;
}
