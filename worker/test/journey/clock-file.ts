import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The clock of the machine on which the work process runs. */
export interface MovedClock {
  /** What the process is to be started with. */
  env: Record<string, string>;
  /** Ahead of the true time by so much, for processes that start from now on. */
  set(aheadMs: number): void;
}

export function movedClock(home: string): MovedClock {
  const file = join(home, 'worker-clock');
  const preloaded = pathToFileURL(join(import.meta.dirname, 'moved-clock.ts'));
  preloaded.searchParams.set('file', file);
  const set = (aheadMs: number): void => writeFileSync(file, String(aheadMs));
  set(0);
  return { env: { NODE_OPTIONS: `--import=${preloaded.href}` }, set };
}
