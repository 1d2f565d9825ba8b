import { Failure } from '../../shared/failure.ts';
import { createSlots } from './slots.ts';

export interface RateLimiterOptions {
  /** Calls that may run beside each other. */
  concurrency?: number;
  /** The part of the store's quota that is left to its other apps, 0 to 1. */
  shareForOthers?: number;
  /** Longer waits are not waited out but thrown, so that the queue waits instead of a process. */
  longestWaitMs?: number;
  now?: () => number;
  sleep?: (milliseconds: number) => Promise<void>;
  /** 0 up to 1, as Math.random. */
  random?: () => number;
}

/** All calls of one shop go through one limiter: the quota belongs to the store. */
export interface RateLimiter {
  /**
   * Makes the call when the store allows it. A 429 is tried again when the wait is short;
   * otherwise throws a Failure `shop_rate_limited` with `retryAfterMs`.
   */
  run(call: () => Promise<Response>): Promise<Response>;
}

/** The store's quota as the last answer told it. */
interface Quota {
  left: number;
  reserve: number;
  resetAt: number;
  total: number;
}

const MOST_TRIES = 3;
const LOAD_BACKOFF_MS = 10_000;
const LONGEST_BACKOFF_MS = 300_000;

export function createRateLimiter(options: RateLimiterOptions = {}): RateLimiter {
  const { concurrency = 4, shareForOthers = 0.2, longestWaitMs = 2_000 } = options;
  const { now = Date.now, sleep = sleepFor, random = Math.random } = options;
  const slots = createSlots(concurrency);
  let quota: Quota | undefined;
  let blockedUntil = 0;
  let nextStart = 0;
  let inFlight = 0;
  let refusalsInARow = 0;

  async function run(call: () => Promise<Response>): Promise<Response> {
    const release = await slots.take();
    try {
      for (let tried = 1; ; tried += 1) {
        await waitForTurn();
        const response = await counted(call);
        note(response.headers);
        if (response.status !== 429) {
          if (response.ok) refusalsInARow = 0;
          return response;
        }
        await response.body?.cancel();
        block(response.headers);
        if (tried >= MOST_TRIES) throw limited(Math.max(blockedUntil - now(), longestWaitMs));
      }
    } finally {
      release();
    }
  }

  async function waitForTurn(): Promise<void> {
    const latest = now() + longestWaitMs;
    const place = Math.max(now(), nextStart);
    if (place <= latest) nextStart = place + spacing();
    for (;;) {
      // A refusal that comes while this call waits counts for it too.
      const start = Math.max(place, blockedUntil, quotaOpensAt());
      if (start <= now()) return;
      if (start > latest) throw limited(start - now());
      await sleep(start - now());
    }
  }

  async function counted(call: () => Promise<Response>): Promise<Response> {
    inFlight += 1;
    if (quota) quota.left -= 1;
    try {
      return await call();
    } finally {
      inFlight -= 1;
    }
  }

  function quotaOpensAt(): number {
    if (!quota) return 0;
    if (now() >= quota.resetAt) quota = undefined;
    return quota && quota.left <= quota.reserve ? quota.resetAt : 0;
  }

  /** Nothing while half of the quota is there; then what is left is spread over the window. */
  function spacing(): number {
    if (!quota || quota.left > quota.total / 2) return 0;
    return (quota.resetAt - now()) / Math.max(quota.left - quota.reserve, 1);
  }

  function note(headers: Headers): void {
    const left = numberIn(headers, 'x-rate-limit-requests-left');
    const total = numberIn(headers, 'x-rate-limit-requests-quota');
    const resetMs = numberIn(headers, 'x-rate-limit-time-reset-ms');
    if (left === undefined || total === undefined || resetMs === undefined) return;
    const windowMs = numberIn(headers, 'x-rate-limit-time-window-ms') ?? 30_000;
    // Calls still on their way were not counted when this answer was written.
    quota = {
      left: left - inFlight,
      total,
      reserve: Math.floor(total * shareForOthers),
      resetAt: now() + Math.min(resetMs, windowMs),
    };
  }

  function block(headers: Headers): void {
    refusalsInARow += 1;
    const resetMs = numberIn(headers, 'x-rate-limit-time-reset-ms') ?? retryAfter(headers, now());
    blockedUntil = Math.max(blockedUntil, now() + (resetMs ?? loadBackoff()));
  }

  /** Without a quota in the answer the platform itself is loaded: longer each time, never in step. */
  function loadBackoff(): number {
    const backoff = Math.min(LOAD_BACKOFF_MS * 2 ** (refusalsInARow - 1), LONGEST_BACKOFF_MS);
    return backoff * (0.5 + random() / 2);
  }

  return { run };
}

function limited(milliseconds: number): Failure {
  const retryAfterMs = Math.ceil(milliseconds);
  return new Failure('shop_rate_limited', 'The shop asks to wait: its API quota is used up.', {
    retryAfterMs,
    nextStep: 'Nothing to do: Cartbridge comes again by itself after the wait.',
  });
}

/** In milliseconds; HTTP lets the header say seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(headers: Headers, now: number): number | undefined {
  const seconds = numberIn(headers, 'x-retry-after') ?? numberIn(headers, 'retry-after');
  if (seconds !== undefined) return seconds * 1000;
  const until = Date.parse(headers.get('retry-after') ?? '');
  return Number.isNaN(until) ? undefined : Math.max(until - now, 0);
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name);
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

function sleepFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
