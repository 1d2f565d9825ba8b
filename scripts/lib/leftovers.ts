import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive, signalQuietly } from './signals.ts';
import { waitFor } from './wait-for.ts';

interface LeftRecord {
  pid: number;
  /** An id alone proves nothing: it may belong to another program by now. */
  command: string;
}

const fileOf = (home: string): string => join(home, 'processes.json');

/**
 * Remembers which processes run for `home`, in case nobody is left to end them: the function it
 * returns takes each one as it is spawned (`ProcessOptions.onSpawn`).
 */
export function recordProcesses(home: string): (started: LeftRecord) => void {
  const records: LeftRecord[] = [];
  return (started) => {
    records.push(started);
    writeFileSync(fileOf(home), JSON.stringify(records), { mode: 0o600 });
  };
}

export function forgetProcesses(home: string): void {
  rmSync(fileOf(home), { force: true });
}

/** Ends what a killed start left running; returns how many that were. */
export async function endLeftovers(home: string): Promise<number> {
  const left = readRecords(home).filter(
    ({ pid, command }) => isAlive(pid) && commandLine(pid) === command,
  );
  for (const { pid } of left.reverse()) {
    // SIGINT ends all of ours in order, PostgreSQL with its fast shutdown.
    signalQuietly(pid, 'SIGINT');
    await waitFor(() => !isAlive(pid), { what: `process ${pid} to end` }).catch(() =>
      signalQuietly(pid, 'SIGKILL'),
    );
  }
  forgetProcesses(home);
  return left.length;
}

function readRecords(home: string): LeftRecord[] {
  try {
    return JSON.parse(readFileSync(fileOf(home), 'utf8')) as LeftRecord[];
  } catch {
    return [];
  }
}
