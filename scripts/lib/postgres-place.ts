import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handOver, openTemporaryFolder, postgresAccount } from './postgres-account.ts';
import type { Account } from './postgres-account.ts';
import { SHARED_FOLDER } from './postgres-binaries.ts';
import { tellWatchdog } from './watchdog.ts';

/** Where one server keeps its files, and who runs it. */
export interface Place {
  folder: string;
  account: Account | undefined;
  password: string;
  /** Removes everything; only a temporary place has it. */
  remove?: () => void;
}

/** The place that belongs to `home`, the same at every start. */
export function lastingPlace(home: string): Place {
  const account = postgresAccount();
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const folder = lastingFolder(home, account);
  mkdirSync(folder, { recursive: true });
  handOver(folder, account);
  return { folder, account, password: keptText(join(home, 'postgres-password'), 24) };
}

/** A place of its own in a temporary folder; the watchdog removes it should we be killed. */
export function temporaryPlace(): Place {
  const account = postgresAccount();
  const folder = mkdtempSync(join(openTemporaryFolder(), 'cartbridge-postgres-'));
  tellWatchdog({ remove: folder });
  handOver(folder, account);
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  return { folder, account, password: randomBytes(24).toString('base64url'), remove };
}

/** Forgets all data that belong to `home`. No server may be running there. */
export function removeLastingPlace(home: string): void {
  if (existsSync(home)) {
    rmSync(lastingFolder(home, postgresAccount()), { recursive: true, force: true });
  }
}

/** Root's server runs as `nobody`, whom root's own folders may not let in. */
function lastingFolder(home: string, account: Account | undefined): string {
  if (!account) return join(home, 'postgres');
  return join(SHARED_FOLDER, keptText(join(home, 'postgres-id'), 9));
}

/** A random text made at the first call and kept in `file`. */
function keptText(file: string, bytes: number): string {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(bytes).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
