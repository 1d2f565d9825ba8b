import type { Clock } from '../../kit/clock.ts';
import { createQuota, type Quota } from '../../kit/quota.ts';
import { Refusal } from './answers.ts';

const WINDOW_MS = 60_000;

/** Whoever asks too often is told when to come again, and nothing before that. */
export function createShopQuota(clock: Clock, limit: number): Quota {
  return createQuota({
    ...{ clock, limit, windowMs: WINDOW_MS },
    tell(response, { left, resetMs }) {
      if (left >= 0) return;
      const seconds = Math.ceil(resetMs / 1000);
      response.set('Retry-After', String(seconds));
      throw new Refusal(429, 'too_many_requests', `Come again in ${seconds} s.`);
    },
  });
}
