import { pino, type DestinationStream, type Logger } from 'pino';
import type { Failure } from './failure.ts';
import { callSites, redact } from './redact.ts';

/** Without `child`: what a child carries in each line would pass by the redaction. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * Lines of JSON on stdout, or on `destination`. Everything a line carries goes through `redact`
 * first. The sentence itself does not: it is one of ours, such as `event.received`, never an error's.
 */
export function createLog(process: string, level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: { process },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        // Before pino sees an error, whose message it would otherwise make the line's sentence.
        logMethod([line, ...rest], method) {
          method.apply(this, [redact(line), ...rest]);
        },
      },
    },
    destination ?? pino.destination(1),
  );
}

/** What a log may say of an error that is no Failure: its code or name, never its sentence. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? ((error as { code?: string }).code ?? error.name) : 'unknown';
}

/** A failure in a log line: what kind, which codes and fields; never the sentence with its values. */
export function describeFailure(failure: Failure): Record<string, unknown> {
  const { kind, details, cause } = failure;
  const origin = cause instanceof Error ? cause : failure;
  return { kind, ...details, ...(kind === 'unexpected' && { at: callSites(origin) }) };
}
