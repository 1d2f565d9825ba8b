import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.js';
import { withProgress } from './progress.js';

/** Installs the packages of the lock file when they are missing or belong to another lock file. */
export async function ensureDependencies(root, runtime) {
  const stamp = join(root, 'node_modules', '.cartbridge-lock');
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalled(root)) {
    const program = await runtime.findNpm();
    // Named outright, because NODE_ENV=production or a user's own setting would leave them out.
    const include = ['--include=dev', '--include=optional'];
    await withProgress('Installing packages', () =>
      npm(program, ['ci', ...include], { root, cwd: root }),
    );
  }
  writeFileSync(stamp, wanted);
}

function fingerprint(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/** Somebody may have run `npm ci` by hand; npm leaves what it installed in a lock file of its own. */
function isInstalled(root) {
  try {
    const packages = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
    const installed = packages('node_modules/.package-lock.json');
    return Object.entries(packages('package-lock.json')).every(
      ([path, { version, optional }]) =>
        path === '' || (installed[path] ? installed[path].version === version : optional === true),
    );
  } catch {
    return false;
  }
}
