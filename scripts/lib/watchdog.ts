import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** One line to the watchdog: what to end or remove should we vanish, or what no longer needs it. */
export type WatchdogOrder =
  { watch: number; signal: NodeJS.Signals } | { forget: number } | { remove: string };

let watchdog: ChildProcess | undefined;

/**
 * Tells a small process beside us what must not outlive us. It sees the end of its standard input
 * when we die, however we die, so that even `kill -9` leaves neither processes nor temporary
 * folders behind. It is started at the first order and ends with us.
 */
export function tellWatchdog(order: WatchdogOrder): void {
  watchdog ??= startWatchdog();
  watchdog.stdin?.write(`${JSON.stringify(order)}\n`);
}

function startWatchdog(): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'watchdog-process.ts')], {
    // A group of its own: Ctrl-C in the terminal, or a signal to our group, must not reach it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  // A pipe's handle would keep us running although nothing is left to do.
  (child.stdin as unknown as { unref(): void }).unref();
  return child;
}
