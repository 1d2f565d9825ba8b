/** Runs work in so many places at once; the rest waits, first come first served. */
export function createPlaces(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = count;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // A place is handed on as it is, so that nobody who comes just now slips in between.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
