import type { Clock } from '../../kit/clock.ts';

const WINDOW_MS = 120_000;
const BLOCK_MS = 180_000;
const UNCOUNTED = 100;

export interface BlockedDomain {
  destination: string;
  /** Seconds. */
  time_left: number;
  reasons: { failure_description: string; count: number; timestamp: number }[];
}

/** Domains that answered fewer than 90 % of their deliveries in two minutes, out for three. */
export interface BlockList {
  isBlocked(domain: string): boolean;
  /** Counts an attempt. Returns true when it is the one that gets the domain blocked. */
  count(domain: string, good: boolean): boolean;
  list(): BlockedDomain[];
  reset(): void;
}

interface Attempt {
  at: number;
  good: boolean;
}

export function createBlockList(clock: Clock): BlockList {
  const windows = new Map<string, Attempt[]>();
  const blocked = new Map<string, { until: number; failures: number; since: number }>();
  const now = (): number => clock.now().getTime();

  function isBlocked(domain: string): boolean {
    const block = blocked.get(domain);
    if (!block) return false;
    if (now() < block.until) return true;
    blocked.delete(domain);
    return false;
  }

  return {
    isBlocked,
    count(domain, good) {
      const attempts = windows.get(domain) ?? [];
      windows.set(domain, attempts);
      attempts.push({ at: now(), good });
      while (attempts[0] && attempts[0].at <= now() - WINDOW_MS) attempts.shift();
      if (good || attempts.length <= UNCOUNTED) return false;
      const failures = attempts.filter((attempt) => !attempt.good).length;
      if (failures / attempts.length <= 0.1 || isBlocked(domain)) return false;
      blocked.set(domain, { until: now() + BLOCK_MS, failures, since: now() });
      windows.delete(domain);
      return true;
    },
    list: () =>
      [...blocked]
        .filter(([domain]) => isBlocked(domain))
        .map(([destination, { until, failures, since }]) => ({
          destination,
          time_left: Math.ceil((until - now()) / 1000),
          reasons: [
            {
              failure_description: 'Non-200 response received',
              count: failures,
              timestamp: Math.floor(since / 1000),
            },
          ],
        })),
    reset() {
      windows.clear();
      blocked.clear();
    },
  };
}
