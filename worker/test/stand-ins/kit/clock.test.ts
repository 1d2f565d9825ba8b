import { describe, expect, it } from 'vitest';
import { createClock } from '../../../stand-ins/kit/clock.ts';

const HOUR = 3_600_000;

function inMinutes(clock: ReturnType<typeof createClock>, minutes: number): Date {
  return new Date(clock.now().getTime() + minutes * 60_000);
}

describe('the clock of the stand-ins', () => {
  it('runs timers in their order, each at its own time, when it is moved past them', async () => {
    const clock = createClock();
    const start = clock.now().getTime();
    const seen: string[] = [];
    const note = (name: string) => () => {
      seen.push(`${name} after ${Math.round((clock.now().getTime() - start) / 60_000)} min`);
    };
    clock.at(inMinutes(clock, 30), note('second'));
    clock.at(inMinutes(clock, 10), note('first'));
    await clock.advance(HOUR);
    expect(seen).toEqual(['first after 10 min', 'second after 30 min']);
  });

  it('runs what a timer sets for later on the same way', async () => {
    const clock = createClock();
    const seen: number[] = [];
    clock.at(inMinutes(clock, 10), () => {
      clock.at(inMinutes(clock, 10), () => void seen.push(20));
    });
    await clock.advance(HOUR);
    expect(seen).toEqual([20]);
  });

  it('waits for a task before it goes on', async () => {
    const clock = createClock();
    let done = false;
    clock.at(inMinutes(clock, 1), async () => {
      await new Promise(setImmediate);
      done = true;
    });
    await clock.advance(HOUR);
    expect(done).toBe(true);
  });

  it('does not run what was called off or lies beyond', async () => {
    const clock = createClock();
    const seen: string[] = [];
    const callOff = clock.at(inMinutes(clock, 5), () => void seen.push('called off'));
    clock.at(inMinutes(clock, 90), () => void seen.push('beyond'));
    callOff();
    await clock.advance(HOUR);
    expect(seen).toEqual([]);
    clock.reset();
  });

  it('is back on real time after a reset', async () => {
    const clock = createClock();
    await clock.advance(24 * HOUR);
    clock.reset();
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });
});
