import type { Clock } from '../../kit/clock.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** So many of something within so much time. */
export interface Allocation {
  max: number;
  remaining(): number;
  count(more: number): void;
}

/** What a Developer Edition may publish and have delivered. */
export interface EventAllocations {
  publishedPerHour: Allocation;
  deliveredPerDay: Allocation;
}

/** In memory only: a restarted org has its whole allocations again. */
export function createAllocations(clock: Clock): EventAllocations {
  return {
    publishedPerHour: createAllocation(clock, 50_000, HOUR_MS),
    deliveredPerDay: createAllocation(clock, 10_000, DAY_MS),
  };
}

function createAllocation(clock: Clock, max: number, windowMs: number): Allocation {
  let used = 0;
  let window = 0;
  const current = (): number => {
    const now = Math.floor(clock.now().getTime() / windowMs);
    if (now !== window) [used, window] = [0, now];
    return used;
  };
  const allocation: Allocation = {
    max,
    remaining: () => Math.max(allocation.max - current(), 0),
    count(more) {
      used = current() + more;
    },
  };
  return allocation;
}
