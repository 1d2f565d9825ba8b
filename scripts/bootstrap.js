// The door of every command (`npm start`, `npm test`, ...). It must open on any Node from 18 up and
// on a bare clone, so it is plain JavaScript without a dependency: it makes sure of Node 24 and of
// the installed packages, and then hands over to `scripts/<command>.ts`.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withInstallLock } from './bootstrap/install-lock.js';
import { ensureDependencies } from './bootstrap/dependencies.js';
import { ensureRuntime } from './bootstrap/runtime.js';
import { runCommand } from './bootstrap/run-command.js';
import { Stop } from './bootstrap/stop.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function main([command = '', ...args]) {
  const script = join(root, 'scripts', `${command}.ts`);
  if (!/^[a-z-]+$/.test(command) || !existsSync(script)) {
    throw new Stop(`There is no command "${command}". Try npm start, npm test or npm run story.`);
  }
  const node = await withInstallLock(root, async () => {
    const runtime = await ensureRuntime(root);
    await ensureDependencies(root, runtime);
    return runtime.node;
  });
  return runCommand(root, node, script, args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`\n${error instanceof Stop ? error.message : error.stack}`);
  process.exitCode = 1;
}
