import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;
/** A process that ended without giving its turn back is waited for no longer than this. */
const FORGOTTEN_MS = 3 * 60_000;

/**
 * Lets one process at a time do a piece of work that others would do again. Answers what ends the
 * turn; nothing when another process has done the work meanwhile, which `isDone` tells.
 */
export async function takeTurn(
  lock: string,
  isDone: () => boolean,
): Promise<(() => void) | undefined> {
  mkdirSync(dirname(lock), { recursive: true });
  while (!isDone()) {
    if (lockNow(lock)) return () => rmSync(lock, { recursive: true, force: true });
    await pause(LOOK_AGAIN_MS);
  }
  return undefined;
}

function lockNow(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > FORGOTTEN_MS)
      rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
