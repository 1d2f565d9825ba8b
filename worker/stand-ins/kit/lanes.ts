/** Runs tasks in the order they came, a few at a time. */
export interface Lanes {
  /** Resolves when this very task is done. Tasks must not throw. */
  add(task: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
}

export function createLanes(parallel: number): Lanes {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  let listeners: (() => void)[] = [];

  async function run(task: () => Promise<void>): Promise<void> {
    running += 1;
    try {
      await task();
    } finally {
      running -= 1;
      const next = waiting.shift();
      if (next) void run(next);
      else if (running === 0) {
        for (const listener of listeners) listener();
        listeners = [];
      }
    }
  }

  return {
    add: (task) =>
      new Promise((resolve) => {
        const whole = (): Promise<void> => task().finally(resolve);
        if (running < parallel) void run(whole);
        else waiting.push(whole);
      }),
    idle: () =>
      running === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            listeners.push(resolve);
          }),
  };
}
