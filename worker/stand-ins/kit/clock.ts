/**
 * A clock that a test can move. Everything a stand-in does later (a retry in an hour, a cart that
 * goes quiet) is a timer of this clock, so an hour passes in a millisecond and in the right order.
 */
export interface Clock {
  now(): Date;
  /** Runs `task` once, when this clock reaches `due`. Returns a function that calls it off. */
  at(due: Date, task: () => void | Promise<void>): () => void;
  /** Moves the clock forward and runs every timer on the way, oldest first, one after the other. */
  advance(milliseconds: number): Promise<void>;
  /** Back to real time; waiting timers are forgotten. */
  reset(): void;
}

interface Timer {
  due: number;
  task: () => void | Promise<void>;
}

export function createClock(): Clock {
  let offset = 0;
  let timers: Timer[] = [];
  let alarm: NodeJS.Timeout | undefined;

  const now = (): number => Date.now() + offset;

  function setAlarm(): void {
    clearTimeout(alarm);
    const next = Math.min(...timers.map((timer) => timer.due));
    if (!Number.isFinite(next)) return;
    // Node cannot wait longer than 2^31 ms; waking early is harmless.
    const wait = Math.min(Math.max(next - now(), 0), 2 ** 31 - 1);
    alarm = setTimeout(() => void runDue(now()), wait);
    alarm.unref();
  }

  // One run at a time: who advances the clock also waits for what the alarm has just begun.
  let running: Promise<void> = Promise.resolve();

  function runDue(limit: number): Promise<void> {
    const run = running.then(() => runAll(limit));
    running = run.catch(() => undefined);
    return run;
  }

  async function runAll(limit: number): Promise<void> {
    for (;;) {
      const due = timers.filter((timer) => timer.due <= limit);
      const first = due.reduce<Timer | undefined>(
        (oldest, timer) => (oldest && oldest.due <= timer.due ? oldest : timer),
        undefined,
      );
      if (!first) break;
      timers = timers.filter((timer) => timer !== first);
      await first.task();
    }
    setAlarm();
  }

  return {
    now: () => new Date(now()),
    at(due, task) {
      const timer = { due: due.getTime(), task };
      timers.push(timer);
      setAlarm();
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(milliseconds) {
      const target = now() + milliseconds;
      // Step from timer to timer, so that each task sees the time it was set for.
      for (;;) {
        const next = Math.min(...timers.map((timer) => timer.due));
        if (next > target) break;
        offset += Math.max(next - now(), 0);
        await runDue(now());
      }
      offset += Math.max(target - now(), 0);
      await runDue(now());
    },
    reset() {
      clearTimeout(alarm);
      timers = [];
      offset = 0;
    },
  };
}
