import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runToEnd, startProcess } from '../../../scripts/lib/processes.ts';
import { waitFor } from '../kit/wait-for.ts';

const SCRIPTS = join(import.meta.dirname, '..', '..', '..', 'scripts');

/** Stands for npm: notes its arguments, and either "installs" or fails with the text of `fails`. */
const NPM = `
  const { appendFileSync, existsSync, mkdirSync, readFileSync } = require('node:fs');
  const { join } = require('node:path');
  const args = process.argv.slice(2);
  if (args[0] === '--version') return console.log('11.5.0');
  appendFileSync(join(__dirname, 'calls'), args.join(' ') + '\\n');
  const fails = join(__dirname, 'fails');
  if (existsSync(fails)) {
    console.error(readFileSync(fails, 'utf8'));
    process.exit(1);
  }
  console.log('npm noise');
  mkdirSync('node_modules', { recursive: true });
`;

describe('the bootstrap', () => {
  let checkout: string;

  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'cartbridge-test-'));
    mkdirSync(join(checkout, 'scripts'));
    mkdirSync(join(checkout, 'npm'));
    cpSync(join(SCRIPTS, 'bootstrap.js'), join(checkout, 'scripts', 'bootstrap.js'));
    cpSync(join(SCRIPTS, 'bootstrap'), join(checkout, 'scripts', 'bootstrap'), { recursive: true });
    write('package.json', '{ "type": "module" }');
    write('package-lock.json', '{ "packages": { "node_modules/a": { "version": "1.0.0" } } }');
    write('npm/package.json', '{ "type": "commonjs" }');
    write('npm/npm-cli.js', NPM);
    write('scripts/hello.ts', `console.log('hello', ...process.argv.slice(2) as string[]);`);
  });

  afterEach(() => rmSync(checkout, { recursive: true }));

  function write(path: string, text: string): void {
    writeFileSync(join(checkout, path), text);
  }

  function options(...args: string[]) {
    return {
      name: 'bootstrap',
      program: process.execPath,
      args: [join(checkout, 'scripts', 'bootstrap.js'), ...args],
      env: {
        npm_execpath: join(checkout, 'npm', 'npm-cli.js'),
        npm_lifecycle_event: undefined,
        NODE_ENV: 'production',
      },
      logFile: join(checkout, 'out.log'),
    };
  }
  const output = (): string => readFileSync(join(checkout, 'out.log'), 'utf8');
  const calls = (): string[] => {
    const file = join(checkout, 'npm', 'calls');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };

  it('installs what a bare clone lacks, once, and hands the arguments on', async () => {
    await runToEnd(options('hello', 'you'));
    await runToEnd(options('hello', 'again'));

    expect(calls()).toEqual([expect.stringMatching(/^ci --include=dev --include=optional/)]);
    expect(output()).toMatch(/Installing packages[^]*hello you[^]*hello again/);
    expect(output()).not.toContain('noise');
  });

  it('installs again when the lock file has changed', async () => {
    await runToEnd(options('hello'));
    write('package-lock.json', '{ "packages": { "node_modules/a": { "version": "1.0.1" } } }');
    await runToEnd(options('hello'));

    expect(calls()).toHaveLength(2);
  });

  it('accepts what somebody installed by hand', async () => {
    mkdirSync(join(checkout, 'node_modules'));
    write(
      'node_modules/.package-lock.json',
      '{ "packages": { "node_modules/a": { "version": "1.0.0" } } }',
    );
    await runToEnd(options('hello'));

    expect(calls()).toEqual([]);
  });

  it('does not take an installation for whole that failed', async () => {
    write('npm/fails', 'npm error code ENOSPC');
    await expect(runToEnd(options('hello'))).rejects.toThrow(/The disk is full/);
    rmSync(join(checkout, 'npm', 'fails'));
    await runToEnd(options('hello', 'you'));

    expect(output()).toContain('hello you');
  });

  it('says that the network is missing, and quotes npm', async () => {
    write('npm/fails', 'npm error code ENOTFOUND');

    await expect(runToEnd(options('hello'))).rejects.toThrow(
      /ENOTFOUND[^]*registry cannot be reached[^]*try again/,
    );
  });

  it('ends with the exit code of the command', async () => {
    write('scripts/fail.ts', 'process.exit(7)');

    await expect(runToEnd(options('fail'))).rejects.toThrow('exit code 7');
  });

  it('names the commands there are when asked for another', async () => {
    await expect(runToEnd(options('strat'))).rejects.toThrow(/no command "strat".*npm start/);
  });

  it('passes signals on and waits for the command to end in its own way', async () => {
    write(
      'scripts/wait.ts',
      `process.on('SIGTERM', () => { console.log('tidied up'); process.exit(0); });
       setInterval(() => {}, 1000);
       console.log('waiting');`,
    );
    const running = await startProcess(options('wait'));
    await waitFor(() => output().includes('waiting'), { what: 'the command to run' });
    await running.stop();

    expect(await running.exited).toEqual({ code: 0, signal: null });
    expect(output()).toContain('tidied up');
  });
});
