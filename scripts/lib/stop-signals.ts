import { killAll } from './processes.ts';

/** A terminal's Ctrl-C and the one that a wrapper passes on arrive as two signals; a person's do not. */
const SAME_MS = 400;

/**
 * An AbortSignal that fires at the first SIGINT, SIGTERM or SIGHUP, or when the program that
 * started us is gone. A second signal ends everything at once.
 */
export function stopSignals(): AbortSignal {
  const controller = new AbortController();
  let first = 0;

  function stop(reason: string): void {
    if (!controller.signal.aborted) {
      first = Date.now();
      controller.abort(new Error(`Stopped by ${reason}.`));
    } else if (Date.now() - first > SAME_MS) {
      killAll();
      process.exit(130);
    }
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop(signal));
  }
  if (process.connected) {
    process.once('disconnect', () => stop('the end of the command that started it'));
    process.channel?.unref();
  }
  // A closed terminal must not break the orderly stop with EPIPE.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return controller.signal;
}
