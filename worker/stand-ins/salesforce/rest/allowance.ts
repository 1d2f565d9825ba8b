import type { Clock } from '../../kit/clock.ts';

const HOUR_MS = 60 * 60 * 1000;
const HOURS = 24;
const USUAL_MAXIMUM = 100_000;

/** The API calls of the last 24 hours, and how many there may be. */
export interface Allowance {
  max: number;
  used(): number;
  count(): void;
}

/** Counted by the hour and in memory only: a restarted org has its whole allowance again. */
export function createAllowance(clock: Clock): Allowance {
  const byHour = new Map<number, number>();
  const hour = (): number => Math.floor(clock.now().getTime() / HOUR_MS);
  return {
    max: USUAL_MAXIMUM,
    used() {
      for (const old of byHour.keys()) if (old <= hour() - HOURS) byHour.delete(old);
      return [...byHour.values()].reduce((total, count) => total + count, 0);
    },
    count: () => void byHour.set(hour(), (byHour.get(hour()) ?? 0) + 1),
  };
}
