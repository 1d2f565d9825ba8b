/**
 * Everything that can go wrong on an event's way, as a closed list. What follows from each kind
 * (come again, wait, park) is decided in one place: `buffer/verdict.ts`.
 */
export const FAILURE_KINDS = [
  // The shop
  'shop_unavailable',
  'shop_rate_limited',
  'shop_auth',
  'shop_shape',
  // Salesforce as a whole
  'salesforce_unavailable',
  'salesforce_auth',
  // The package or the worker's rights lack something there
  'salesforce_setup',
  'salesforce_quota',
  // One record in Salesforce
  'record_locked',
  'record_refused',
  'record_data',
  'duplicate_record',
  'link_lost',
  // Ourselves
  'ambiguous_person',
  'person_busy',
  'mapping',
  'shop_unknown',
  'unexpected',
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

export interface FailureDetails {
  cause?: unknown;
  /** Come again no sooner than this. */
  retryAfterMs?: number;
  /** What a person should do; shown wherever the failure is. */
  nextStep?: string;
  /** Codes, record keys, field names. Never values: they may be personal data. */
  details?: Record<string, unknown>;
}

/** A failure with its kind, a sentence, a next step and its cause. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly retryAfterMs: number | undefined;
  readonly nextStep: string | undefined;
  readonly details: Record<string, unknown>;

  constructor(kind: FailureKind, message: string, more: FailureDetails = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.retryAfterMs = more.retryAfterMs;
    this.nextStep = more.nextStep;
    this.details = more.details ?? {};
  }
}

/** Whatever was thrown, as a Failure; a stranger becomes `unexpected`. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure('unexpected', message, {
    cause: thrown,
    nextStep: 'This is a fault in Cartbridge: report it with the log line, then replay the event.',
  });
}
