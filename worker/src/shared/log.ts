import { pino, type Logger } from 'pino';
import type { Failure } from './failure.ts';

export type Log = Logger;

/**
 * Names whose values never reach a log, wherever in a line they stand: secrets, people, payment.
 * Errors of other systems carry their sentences in `message`, which may quote a record's values;
 * lines therefore carry a failure's kind, codes and field names (`describeFailure`), not messages.
 */
const REDACTED = [
  'accessToken',
  'access_token',
  'clientSecret',
  'client_secret',
  'privateKeyPem',
  'authorization',
  'secret',
  'password',
  'email',
  'firstName',
  'lastName',
  'phone',
  'body',
  'payload',
];

export function createLog(process: string, level: string): Log {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[redacted]',
    },
  });
}

/** A failure in a log line: what kind, which codes and fields; never the sentence with its values. */
export function describeFailure(failure: Failure): Record<string, unknown> {
  const frames = failure.kind === 'unexpected' ? callSites(failure) : undefined;
  return { kind: failure.kind, ...failure.details, ...(frames && { at: frames }) };
}

function callSites({ cause, stack }: Failure): string[] {
  const lines = (cause instanceof Error ? cause.stack : stack)?.split('\n') ?? [];
  return lines.filter((line) => line.trimStart().startsWith('at ')).slice(0, 6);
}
