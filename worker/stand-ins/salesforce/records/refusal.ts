/** One reason why a record or a request was refused, in the platform's words. */
export interface Refusal {
  code: string;
  message: string;
  fields?: string[];
  /** Further keys of the answer to a single-record call, such as what a record duplicates. */
  detail?: Record<string, unknown>;
}

const STATUS: Record<string, number> = {
  INVALID_SESSION_ID: 401,
  REQUEST_LIMIT_EXCEEDED: 403,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNKNOWN_EXCEPTION: 500,
  SERVER_UNAVAILABLE: 503,
};

/** Thrown where work stops; the REST side turns it into an error array with its HTTP status. */
export class Refused extends Error {
  readonly refusals: Refusal[];
  readonly status: number;

  constructor(refusals: Refusal[], status?: number) {
    super(refusals.map((refusal) => `${refusal.code}: ${refusal.message}`).join('; '));
    this.refusals = refusals;
    this.status = status ?? STATUS[refusals[0]?.code ?? ''] ?? 400;
  }
}

export function refuse(code: string, message: string, fields?: string[], status?: number): Refused {
  return new Refused([{ code, message, ...(fields && { fields }) }], status);
}

export function notFound(message = 'The requested resource does not exist'): Refused {
  return refuse('NOT_FOUND', message);
}
