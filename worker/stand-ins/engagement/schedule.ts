import type { Clock } from '../kit/clock.ts';
import { MINUTE, nextMidnight } from './time.ts';

export interface Schedule {
  /** A people tick now, after whatever is under way. */
  tick: () => Promise<void>;
  /** No further work begins; resolves when the last has ended. */
  stop: () => Promise<void>;
}

interface Work {
  people: () => Promise<void>;
  customObjects: () => Promise<void>;
  midnight: () => void;
}

const PEOPLE_EVERY = 2 * MINUTE;
const CUSTOM_OBJECTS_EVERY = 10 * MINUTE;

/** Everything a business unit does by the clock, one thing at a time. */
export function createSchedule(clock: Clock, work: Work): Schedule {
  let stopped = false;
  let last: Promise<void> = Promise.resolve();

  function run(task: () => void | Promise<void>): Promise<void> {
    const done = last.then(async () => {
      if (!stopped) await task();
    });
    last = done.catch(() => undefined);
    return done;
  }

  function again(due: () => Date, task: () => void | Promise<void>): void {
    clock.at(due(), async () => {
      if (stopped) return;
      await run(task);
      again(due, task);
    });
  }

  const inTime = (milliseconds: number) => () => new Date(clock.now().getTime() + milliseconds);
  again(inTime(PEOPLE_EVERY), work.people);
  again(inTime(CUSTOM_OBJECTS_EVERY), work.customObjects);
  again(() => nextMidnight(clock.now()), work.midnight);

  return {
    tick: () => run(work.people),
    async stop() {
      stopped = true;
      await last;
    },
  };
}
