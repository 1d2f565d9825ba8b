import { execFile, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../../../scripts/lib/environment.ts';

const MODULES = join(import.meta.dirname, '../../../node_modules');
const CLI = join(MODULES, '@salesforce/cli/bin/run.js');
/** Where Node keeps the CLI's many files as it compiled them. */
const COMPILED = join(MODULES, '.cache/cartbridge/compiled');

export interface CliAnswer {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** Of a command run with `--json`: its whole answer. */
  json: { status: number; name?: string; message?: string; result: unknown };
}

/** The Salesforce CLI as it is installed, with a home of its own that `remove` takes away. */
export interface SfCli {
  folder: string;
  /** Writes a file into the folder the commands run in, and answers its path. */
  write(name: string, content: string): string;
  /** Runs `sf` with these words; a command that fails is an answer like any other. */
  run(words: string[], environment?: Record<string, string>): Promise<CliAnswer>;
  /** The same with `--json`; throws with the CLI's own message when the command fails. */
  result<Result>(words: string[], environment?: Record<string, string>): Promise<Result>;
  remove(): void;
}

/** A command for one org: its plain words in one text, those with blanks in them behind. */
export function onOrg(alias: string, command: string, more: string[] = []): string[] {
  return [...command.split(' '), ...more, '--target-org', alias];
}

export function openSfCli(): SfCli {
  const folder = mkdtempSync(join(tmpdir(), 'sf-cli-'));
  const running = new Set<ChildProcess>();
  const run: SfCli['run'] = (words, environment = {}) => {
    const env = childEnvironment({
      HOME: folder,
      CI: 'true',
      SF_DISABLE_TELEMETRY: 'true',
      SF_DISABLE_AUTOUPDATE: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true',
      FORCE_COLOR: '0',
      // With vitest's own value, test, it looks for the plugins of its makers at every start.
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: COMPILED,
      ...environment,
    });
    return new Promise((resolve) => {
      const options = { cwd: folder, env, maxBuffer: 50_000_000 };
      const child = execFile(process.execPath, [CLI, ...words], options, (_, stdout, stderr) => {
        const exitCode = child.exitCode ?? -1;
        running.delete(child);
        resolve({ exitCode, stdout, stderr, json: parse(words, stdout) });
      });
      running.add(child);
    });
  };
  return {
    folder,
    write(name, content) {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    run,
    async result<Result>(words: string[], environment?: Record<string, string>) {
      const { exitCode, json, stdout, stderr } = await run([...words, '--json'], environment);
      if (exitCode === 0) return json.result as Result;
      throw new Error(`sf ${words.join(' ')}: ${json.message ?? ''}\n${stdout}\n${stderr}`);
    },
    remove() {
      // One that a failed test left waiting would hold its port.
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, maxRetries: 5 });
    },
  };
}

function parse(words: string[], stdout: string): CliAnswer['json'] {
  if (!words.includes('--json') || stdout === '') return { status: 0, result: undefined };
  return JSON.parse(stdout) as CliAnswer['json'];
}
