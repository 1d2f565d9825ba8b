import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive } from './signals.ts';

/** Two stacks must not write into one folder. Takes `<home>/start.pid`; throws when one runs. */
export function lockHome(home: string): () => void {
  const file = join(home, 'start.pid');
  const holder = readHolder(file);
  // The id of a killed start may belong to another program by now.
  if (holder && isAlive(holder) && commandLine(holder).includes('start.ts')) {
    throw new Error(
      `Cartbridge already runs from this checkout (process ${holder}). ` +
        'Stop it with Ctrl-C in its terminal, or use that one.',
    );
  }
  writeFileSync(file, String(process.pid), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

function readHolder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return pid > 0 && pid !== process.pid ? pid : undefined;
  } catch {
    return undefined;
  }
}
