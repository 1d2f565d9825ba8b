/**
 * Something that may happen at once, a few times in a row, and on average no oftener than every so
 * many milliseconds.
 */
export interface Allowance {
  /** Whether it may happen now; then it counts. */
  take(now: number): boolean;
}

export function createAllowance(mostInARow: number, everyMs: number): Allowance {
  let left = mostInARow;
  let counted = 0;
  return {
    take(now) {
      left = Math.min(mostInARow, left + (now - counted) / everyMs);
      counted = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
