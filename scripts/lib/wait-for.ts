import { setTimeout } from 'node:timers/promises';

export interface WaitOptions {
  /** Said when it never happens: `the worker to answer`. */
  what: string;
  /** 10,000 when absent. */
  timeoutMs?: number;
  /** Asks again after so long; 20 when absent. */
  everyMs?: number;
}

/**
 * Asks `condition` again and again until it gives something truthy, and returns that. A condition
 * that throws counts as "not yet"; what it threw last is the cause of the error after the timeout.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { what, timeoutMs = 10_000, everyMs = 20 }: WaitOptions,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const result = await condition();
      if (result) return result;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() >= deadline) {
      const last = cause instanceof Error ? ` Last error: ${cause.message}` : '';
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.${last}`, { cause });
    }
    await setTimeout(everyMs);
  }
}
