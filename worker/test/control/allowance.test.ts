import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../src/control/allowance.ts';

const MINUTE = 60_000;

/** How often it happens when it is wanted every five seconds. */
function timesWithin(minutes: number): number {
  const allowance = createAllowance(5, MINUTE);
  const start = 1_800_000_000_000;
  let times = 0;
  for (let after = 0; after < minutes * MINUTE; after += 5_000) {
    if (allowance.take(start + after)) times += 1;
  }
  return times;
}

describe('an allowance of five in a row and one a minute', () => {
  it('lets the first five happen at once', () => {
    expect(timesWithin(0.5)).toBe(5);
  });

  it('lets no more than one a minute happen in the long run', () => {
    expect(timesWithin(60)).toBeLessThanOrEqual(5 + 60);
    expect(timesWithin(60)).toBeGreaterThanOrEqual(60);
  });

  it('saves up no more than five while nothing happens', () => {
    const allowance = createAllowance(5, MINUTE);
    allowance.take(0);
    const taken = Array.from({ length: 10 }, () => allowance.take(100 * MINUTE));
    expect(taken.filter(Boolean)).toHaveLength(5);
  });
});
