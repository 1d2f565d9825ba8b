import type { NextFunction, Request, Response } from 'express';
import type { Clock } from '../../kit/clock.ts';
import { Refusal } from './answers.ts';

const WINDOW_MS = 60_000;

/** Calls of all clients together, in windows of a minute on the clock. */
export interface Quota {
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
      if (used > quota.limit) {
        const seconds = Math.ceil((windowStart + WINDOW_MS - now) / 1000);
        response.set('Retry-After', String(seconds));
        throw new Refusal(429, 'too_many_requests', `Come again in ${seconds} s.`);
      }
      next();
    },
    reset() {
      quota.limit = limit;
      windowStart = 0;
      used = 0;
    },
  };
  return quota;
}
