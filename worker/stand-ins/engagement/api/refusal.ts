/** A request the API refuses; the body is `{"code", "message"}`. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (): Refusal => new Refusal(404, 109, 'The requested record was not found.');

export const missing = (names: string[]): Refusal =>
  new Refusal(400, 36, `One or more required parameters are missing: ${names.join(', ')}`);

export const invalidField = (name: string): Refusal =>
  new Refusal(400, 130, `The field is invalid: ${name}`);

export const notAllowed = (what: string): Refusal =>
  new Refusal(405, 46, `This object cannot be ${what} by the API.`);
