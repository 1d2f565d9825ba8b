export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** The next midnight of the business unit, whose time zone is UTC. */
export function nextMidnight(now: Date): Date {
  return new Date((Math.floor(now.getTime() / DAY) + 1) * DAY);
}
