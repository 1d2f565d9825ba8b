/**
 * Every answer a shop can get, divided by whether coming again would help. Bodies are one line for
 * the person who reads the shop's delivery log; an accepted delivery gets none.
 */
export interface Refusal {
  status: number;
  code: string;
  error: string;
}

export const REFUSALS = {
  wrong_proof: {
    status: 401,
    code: 'wrong_proof',
    error: 'The delivery does not prove that it comes from this shop. Connect the shop again.',
  },
  too_large: {
    status: 413,
    code: 'too_large',
    error: 'The body is larger than 256 kB; a webhook carries ids only.',
  },
  not_json: {
    status: 415,
    code: 'not_json',
    error: 'The content type must be application/json.',
  },
  malformed: {
    status: 400,
    code: 'malformed',
    error: 'The body is not what this platform delivers.',
  },
} as const satisfies Record<string, Refusal>;

/** Coming again helps: nothing was stored, nothing is lost. */
export const UNAVAILABLE: Refusal & { retryAfterSeconds: number } = {
  status: 503,
  code: 'unavailable',
  error: 'The event could not be stored just now. Deliver it again.',
  retryAfterSeconds: 10,
};

export type RefusalCode = keyof typeof REFUSALS;

/** Thrown by a check; the web application turns it into the answer. */
export class Refused extends Error {
  readonly refusal: Refusal;

  /** @param error a sentence that says more to the person who reads the shop's log */
  constructor(code: RefusalCode, error: string = REFUSALS[code].error) {
    super(error);
    this.name = 'Refused';
    this.refusal = { ...REFUSALS[code], error };
  }
}
