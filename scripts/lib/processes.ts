import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { childEnvironment } from './environment.ts';
import { lastLines } from './log-tail.ts';
import { ROOT } from './tool.ts';
import { tellWatchdog } from './watchdog.ts';

export interface ProcessOptions {
  /** As the reader knows it: `worker-web`. */
  name: string;
  program: string;
  args: string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Standard output and error are appended here. */
  logFile: string;
  /** Written to standard input, which is then closed. */
  input?: string;
  uid?: number;
  gid?: number;
  /** What asks it to end; SIGTERM when absent. */
  stopSignal?: NodeJS.Signals;
  /** Hears of the process before anything else can happen. */
  onSpawn?: (started: { pid: number; command: string }) => void;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface RunningProcess {
  name: string;
  pid: number;
  logFile: string;
  /** Resolves when it has ended, for whatever reason. */
  exited: Promise<Exit>;
  hasExited(): boolean;
  /** True once `stop` or `kill` was called: its end is then no surprise. */
  wasStopped(): boolean;
  /** Asks it to end, insists with SIGKILL after `graceMs` (10,000), resolves when it is gone. */
  stop(graceMs?: number): Promise<void>;
  /** Sends the signal (SIGKILL when absent) and resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Node keeps here what it made of our sources, and starts in a third of the time. */
const COMPILE_CACHE = join(ROOT, 'node_modules', '.cache', 'cartbridge', 'compiled');

const living = new Set<ChildProcess>();

/** SIGKILL to every process started here, without waiting for its end. */
export function killAll(): void {
  for (const child of living) child.kill('SIGKILL');
}

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches us alone and we can end things in
 * order; the watchdog ends it should we be killed. Rejects when it cannot be started.
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const child = await spawnLogged(options);
  const pid = child.pid ?? 0;
  let ended = child.exitCode !== null || child.signalCode !== null;
  let stopped = false;
  const exited = new Promise<Exit>((resolve) => {
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      ended = true;
      living.delete(child);
      tellWatchdog({ forget: pid });
      resolve({ code, signal });
    };
    if (ended) end(child.exitCode, child.signalCode);
    else child.once('exit', end);
  });

  async function kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    stopped = true;
    if (!ended) child.kill(signal);
    await exited;
  }

  return {
    name: options.name,
    pid,
    logFile: options.logFile,
    exited,
    hasExited: () => ended,
    wasStopped: () => stopped,
    async stop(graceMs = 10_000) {
      const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await kill(options.stopSignal ?? 'SIGTERM');
      clearTimeout(insist);
    },
    kill,
  };
}

async function spawnLogged(options: ProcessOptions): Promise<ChildProcess> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a', 0o600);
  try {
    const child = spawn(options.program, options.args, {
      env: childEnvironment({ NODE_COMPILE_CACHE: COMPILE_CACHE, ...options.env }),
      detached: true,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', log, log],
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      ...(options.uid !== undefined && { uid: options.uid }),
      ...(options.gid !== undefined && { gid: options.gid }),
    });
    if (child.pid !== undefined) register(child, child.pid, options);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    // A child that ends without reading must not break us with EPIPE.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
    return child;
  } catch (cause) {
    throw new Error(
      `${options.name} could not be started (${options.program}): ${(cause as Error).message}`,
      { cause },
    );
  } finally {
    closeSync(log);
  }
}

/** Whatever happens to us from now on, somebody knows of this process. */
function register(child: ChildProcess, pid: number, options: ProcessOptions): void {
  living.add(child);
  tellWatchdog({ watch: pid, signal: options.stopSignal ?? 'SIGTERM' });
  options.onSpawn?.({ pid, command: [options.program, ...options.args].join(' ') });
}

/** Runs a process to its end. Exit code 0 is success, anything else throws with its last lines. */
export async function runToEnd(options: ProcessOptions): Promise<void> {
  const started = await startProcess(options);
  const exit = await started.exited;
  if (exit.code !== 0) throw new Error(describeExit(started, exit));
}

/** How a process ended, with the end of its log and where the rest is. */
export function describeExit({ name, logFile }: RunningProcess, { code, signal }: Exit): string {
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${String(code)}`;
  return `${name} ${how}. The end of ${logFile}:\n${lastLines(logFile, 15)}`;
}
