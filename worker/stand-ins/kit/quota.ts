import type { NextFunction, Request, Response } from 'express';
import type { Clock } from './clock.ts';

/** Calls of all clients together, in windows on the clock. */
export interface Quota {
  /** Calls in one window. */
  limit: number;
  check: (request: Request, response: Response, next: NextFunction) => void;
  reset: () => void;
}

export interface QuotaParts {
  clock: Clock;
  limit: number;
  windowMs: number;
  /** Says in the original's way how much is left, and throws its refusal where that is below 0. */
  tell: (response: Response, now: { limit: number; left: number; resetMs: number }) => void;
}

export function createQuota({ clock, limit, windowMs, tell }: QuotaParts): Quota {
  let windowStart = 0;
  let used = 0;
  const quota: Quota = {
    limit,
    check(_request, response, next) {
      const now = clock.now().getTime();
      if (now - windowStart >= windowMs) {
        windowStart = now;
        used = 0;
      }
      used += 1;
      const resetMs = windowStart + windowMs - now;
      tell(response, { limit: quota.limit, left: quota.limit - used, resetMs });
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
