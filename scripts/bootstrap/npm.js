import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Stop } from './stop.js';

/**
 * What every call of npm has in common. Install scripts stay off: none of our packages needs one,
 * and npm 12 no longer runs them anyway.
 */
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts'];

/** The npm that started us, else the one on PATH; as [program, first arguments]. */
export function systemNpm() {
  const path = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(path)) return [process.execPath, path];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** Runs npm silently; its output appears only when it fails, with what to do about it. */
export async function npm([program, ...first], args, { root, cwd }) {
  const { code, output } = await collect(program, [...first, ...args, ...QUIET], {
    cwd,
    env: npmEnvironment(root),
  });
  if (code !== 0) throw new Stop(explain(args[0], output));
}

/** 0 when this npm does not even start. */
export async function npmMajor([program, ...first], root) {
  const { code, output } = await collect(program, [...first, '--version'], {
    cwd: root,
    env: npmEnvironment(root),
  });
  return code === 0 ? Number.parseInt(output.trim().split('\n').pop() ?? '', 10) || 0 : 0;
}

function npmEnvironment(root) {
  const env = { ...process.env, npm_config_loglevel: 'error' };
  // `npm start` tells its children about the project it runs in; ours works in another folder.
  delete env.npm_config_local_prefix;
  if (!hasWritableHome()) {
    env.npm_config_cache = join(root, '.local', 'npm-cache');
    env.HOME = join(root, '.local', 'home');
    mkdirSync(env.HOME, { recursive: true });
  }
  return env;
}

function hasWritableHome() {
  try {
    const home = homedir();
    accessSync(home, constants.W_OK);
    return home !== '/' && home !== '';
  } catch {
    return false;
  }
}

function collect(program, args, options) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const child = spawn(program, args, { ...options, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const CAUSES = [
  [/code EUSAGE/, () => 'package-lock.json does not fit package.json: npm install mends it.'],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/, network],
  [/ENOSPC|EDQUOT/, () => 'The disk is full: about 1.5 GB is needed. Make room and try again.'],
  [
    /EACCES|EPERM|EROFS/,
    () => 'npm may not write there. Check who owns this folder and try again.',
  ],
  [/SELF_SIGNED|UNABLE_TO_GET_ISSUER|CERT_/, certificates],
  [/ENOENT.*npm|spawn npm/, () => 'npm was not found. Install Node.js with npm and try again.'],
];

function network() {
  return (
    'The package registry cannot be reached. Check the network (and HTTPS_PROXY behind a proxy), ' +
    'then try again: what is already loaded is kept.'
  );
}

function certificates() {
  return (
    'A proxy answers with a certificate of its own. ' +
    'Point NODE_EXTRA_CA_CERTS to its certificate file and try again.'
  );
}

function explain(command, output) {
  const [, cause] = CAUSES.find(([pattern]) => pattern.test(output)) ?? [];
  const next = cause?.() ?? 'npm says why above. Mend that and try again.';
  // npm follows a wrong lock file with its whole manual.
  const said = output.trim().split('\n').slice(0, 25).join('\n');
  return `${said}\n\nnpm ${command} failed. ${next}`;
}
