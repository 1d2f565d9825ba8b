import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { withProgress } from './progress.js';
import { Stop } from './stop.js';

/** Two commands started on a fresh clone must not install over each other: the second one waits. */
export async function withInstallLock(root, work) {
  const folder = join(root, '.local');
  const lock = join(folder, 'install.lock');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!take(lock)) {
      await withProgress('Waiting for another command that is installing', async () => {
        while (!take(lock)) await setTimeout(200);
      });
    }
  } catch (error) {
    throw new Stop(
      `Cannot write into ${folder}: ${error.message}\n` +
        'Make the checkout writable for this user, or clone it to a folder of your own.',
    );
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isAlive(holder(lock))) rmSync(lock, { force: true });
  return false;
}

function holder(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

/** Signal 0 only asks; EPERM means it lives and belongs to somebody else. */
function isAlive(pid) {
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
