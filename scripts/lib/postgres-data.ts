import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from './environment.ts';
import type { Binaries } from './postgres-binaries.ts';
import type { Place } from './postgres-place.ts';
import { commandLine, isAlive, signalQuietly } from './signals.ts';
import { waitFor } from './wait-for.ts';

/** The reader's own settings for other servers must not reach ours. */
export const CLEAN = {
  LC_ALL: 'C',
  TZ: 'UTC',
  PGDATA: undefined,
  PGPORT: undefined,
  PGOPTIONS: undefined,
};

/** The data folder of a place; made at the first call, complete or not at all. */
export function ensureData(place: Place, binaries: Binaries): string {
  const data = join(place.folder, 'data');
  if (existsSync(data)) return data;
  const draft = join(place.folder, 'data.new');
  const passwordFile = join(place.folder, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, `${place.password}\n`, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  try {
    runInitdb(place, binaries, draft, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
  return data;
}

function runInitdb(place: Place, { initdb }: Binaries, data: string, passwordFile: string): void {
  const { status, stdout, stderr, error } = spawnSync(
    initdb,
    [
      `--pgdata=${data}`,
      '--username=cartbridge',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own C.UTF-8 sorts alike on every system, and needs none of the system's.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(place.remove ? ['--no-sync'] : []),
    ],
    { encoding: 'utf8', cwd: place.folder, env: childEnvironment(CLEAN), ...place.account },
  );
  if (status === 0) return;
  const said = error?.message ?? (stderr || stdout).trim();
  throw new Error(
    `PostgreSQL could not prepare its data in ${place.folder}:\n${said}\n` +
      'Mend that, or set DATABASE_URL (for tests TEST_DATABASE_URL) to a PostgreSQL of your own.',
    { cause: error },
  );
}

/**
 * Ends what a killed start left on these data: a server that still runs is stopped, and the file
 * with its process id is taken away, since that id may meanwhile belong to another program.
 */
export async function clearLeftovers(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = readPid(file);
  if (pid === undefined) return;
  if (isAlive(pid) && commandLine(pid).includes(data)) {
    signalQuietly(pid, 'SIGINT');
    await waitFor(() => !isAlive(pid), {
      what: `the earlier PostgreSQL (process ${pid}) to end`,
      timeoutMs: 20_000,
    }).catch(() => signalQuietly(pid, 'SIGKILL'));
  }
  rmSync(file, { force: true });
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
