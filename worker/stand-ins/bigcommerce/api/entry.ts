import type { NextFunction, Request, Response } from 'express';
import type { Clock } from '../../kit/clock.ts';
import { createQuota, type Quota } from '../../kit/quota.ts';
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

/** Every answer says how much of the quota is left. */
export function createStoreQuota(clock: Clock, limit: number): Quota {
  return createQuota({
    ...{ clock, limit, windowMs: WINDOW_MS },
    tell(response, { limit: allowed, left, resetMs }) {
      response.set({
        'X-Rate-Limit-Time-Window-Ms': String(WINDOW_MS),
        'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
        'X-Rate-Limit-Requests-Quota': String(allowed),
        'X-Rate-Limit-Requests-Left': String(Math.max(left, 0)),
      });
      if (left < 0) throw new Refusal(429, 'Too many requests');
    },
  });
}
