import { Failure } from '../../shared/failure.ts';
import { isSetupCode, setupFailure } from './setup-failure.ts';

/** A call was refused with a session that had just been renewed for it. */
export class RenewalRefused extends Error {
  constructor() {
    super('The renewed session was refused as well.');
    this.name = 'RenewalRefused';
  }
}

interface ApiError {
  errorCode?: unknown;
  message?: unknown;
  data?: unknown;
}

/** A whole call that failed, by its error code; the status alone does not tell (most are 400). */
export function callFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  const more = { cause: error, details: { code } };
  if (
    /^(INVALID_SESSION_ID|INVALID_AUTH_HEADER|ERROR_HTTP_401)$/.test(code) ||
    error instanceof RenewalRefused
  ) {
    return new Failure(
      'salesforce_auth',
      'Salesforce does not accept the session, nor a renewed one.',
      {
        ...more,
        nextStep:
          'Check that the worker’s user is active and the app approved, then connect the org again.',
      },
    );
  }
  if (code === 'REQUEST_LIMIT_EXCEEDED') return limitFailure(error, more);
  if (/^(API_DISABLED_FOR_ORG|API_CURRENTLY_DISABLED)$/.test(code)) {
    return new Failure('salesforce_auth', 'The REST API is not enabled for this org or user.', {
      ...more,
      nextStep: 'Assign the permission set "Cartbridge Worker" to the worker’s user.',
    });
  }
  if (isSetupCode(code)) return setupFailure(code, error);
  if (isTheirFault(code) || isNetwork(error)) {
    return new Failure(
      'salesforce_unavailable',
      `Salesforce does not answer as it should (${code}).`,
      more,
    );
  }
  return new Failure('unexpected', `Salesforce refused a call: ${code}.`, {
    ...more,
    nextStep: 'This is a fault in Cartbridge: report it with the log line, then replay the event.',
  });
}

/** The daily allotment lasts until tomorrow; too many calls at once have passed in seconds. */
function limitFailure(
  error: unknown,
  more: { cause: unknown; details: { code: string } },
): Failure {
  const message = error instanceof Error ? error.message : '';
  if (/TotalRequests/i.test(message)) {
    return new Failure('salesforce_quota', 'The org’s daily API allotment is used up.', {
      ...more,
      nextStep: 'Wait for the 24-hour window to move on, or ask Salesforce for a larger allotment.',
    });
  }
  return new Failure('salesforce_unavailable', 'Too many calls are under way in this org.', {
    ...more,
    retryAfterMs: 5_000,
  });
}

function codeOf(error: unknown): string {
  const { errorCode } = (error ?? {}) as ApiError;
  if (typeof errorCode === 'string') return errorCode;
  return error instanceof Error ? ((error as { code?: string }).code ?? error.name) : 'unknown';
}

function isTheirFault(code: string): boolean {
  return (
    /^ERROR_HTTP_(408|420|429|5\d\d)$/.test(code) ||
    /^(SERVER_UNAVAILABLE|UNKNOWN_EXCEPTION|QUERY_TIMEOUT|REQUEST_RUNNING_TOO_LONG|TXN_SECURITY_METERING_ERROR)$/.test(
      code,
    )
  );
}

function isNetwork(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    (error instanceof Error && /^(AbortError|TimeoutError|FetchError)$/.test(error.name)) ||
    (error instanceof Error && /aborted|timeout|fetch failed|socket/i.test(error.message))
  );
}
