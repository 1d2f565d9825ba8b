import type { Clock } from '../../kit/clock.ts';

export interface Latency {
  /** On the org's clock. */
  milliseconds: number;
  /** At most so many milliseconds more, by chance. */
  jitter?: number;
}

export interface ConcurrentLimit {
  max: number;
  /** Only requests that have been under way for so long count; the platform counts from 20 s on. */
  afterMs?: number;
}

/** The requests that are under way: how long their answers take, and how many there may be. */
export interface Traffic {
  latency: Latency;
  limit: ConcurrentLimit;
  /** How many wait for their answer. */
  underWay(): number;
  /** Whether there are as many long requests as the limit allows. */
  isFull(): boolean;
  /** Calls `answer` once the latency is over; until then the request counts as under way. */
  later(answer: () => void): void;
  /** Answers everybody who still waits. */
  release(): void;
}

const USUAL_LIMIT = { max: 25, afterMs: 20_000 };

export function createTraffic(clock: Clock): Traffic {
  const waiting = new Map<() => void, number>();
  const now = (): number => clock.now().getTime();
  const traffic: Traffic = {
    latency: { milliseconds: 0 },
    limit: USUAL_LIMIT,
    underWay: () => waiting.size,
    isFull() {
      if (waiting.size < traffic.limit.max) return false;
      const longest = now() - (traffic.limit.afterMs ?? 0);
      return [...waiting.values()].filter((since) => since <= longest).length >= traffic.limit.max;
    },
    later(answer) {
      const { milliseconds, jitter = 0 } = traffic.latency;
      const wait = milliseconds + Math.random() * jitter;
      if (wait <= 0) {
        answer();
        return;
      }
      const finish = (): void => {
        if (!waiting.delete(finish)) return;
        answer();
      };
      waiting.set(finish, now());
      clock.at(new Date(now() + wait), finish);
    },
    release() {
      for (const finish of [...waiting.keys()]) finish();
    },
  };
  return traffic;
}
