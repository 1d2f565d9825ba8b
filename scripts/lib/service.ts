import { answers } from './ports.ts';
import { describeExit, startProcess, type ProcessOptions } from './processes.ts';
import type { Exit, RunningProcess } from './processes.ts';
import { waitFor } from './wait-for.ts';

export interface ServiceOptions extends ProcessOptions {
  /** When it is ready; without it, as soon as it runs. */
  ready?: Readiness;
  /** Done before each start. */
  prepare?: () => Promise<void>;
}

/** Hears how a service ended that nobody had told to. */
export type OnDeath = (service: RunningProcess, exit: Exit) => void;

export interface Readiness {
  /** As in "waited in vain for ...". */
  what: string;
  /** Asked until it gives something truthy. */
  check: () => Promise<unknown>;
}

/** Ready once this port of 127.0.0.1 accepts connections. */
export function listensOn(port: number): Readiness {
  return { what: `an answer on port ${port}`, check: () => answers(port) };
}

/** A process that is meant to run until told otherwise, and can be started again as it was. */
export interface Service {
  name: string;
  /** The process of now; another one after `restart()`. */
  process(): RunningProcess;
  stop(): Promise<void>;
  /** Sends the signal (SIGKILL when absent) and resolves when the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Runs it once more, whether it was running, stopped or killed. */
  restart(): Promise<void>;
}

/**
 * Starts a service and resolves when it is ready. `onDeath` hears of each end that nobody asked
 * for, except while it starts: then this function throws.
 */
export async function startService(options: ServiceOptions, onDeath?: OnDeath): Promise<Service> {
  let running = await launch(options, onDeath);
  return {
    name: options.name,
    process: () => running,
    stop: () => running.stop(),
    kill: (signal) => running.kill(signal),
    async restart() {
      await running.stop();
      running = await launch(options, onDeath);
    },
  };
}

async function launch(options: ServiceOptions, onDeath?: OnDeath): Promise<RunningProcess> {
  await options.prepare?.();
  const running = await startProcess(options);
  const { ready } = options;
  try {
    if (ready) {
      await waitFor(async () => running.hasExited() || (await ready.check()), {
        what: `${options.name}: ${ready.what} (its log: ${options.logFile})`,
        // PostgreSQL replays its log first when it was killed.
        timeoutMs: 60_000,
      });
    }
    if (running.hasExited()) throw new Error(describeExit(running, await running.exited));
  } catch (error) {
    await running.kill();
    throw error;
  }
  void running.exited.then((exit) => {
    if (!running.wasStopped()) onDeath?.(running, exit);
  });
  return running;
}
