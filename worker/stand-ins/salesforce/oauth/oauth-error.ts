/** An OAuth refusal: `{"error": code, "error_description": text}` with status 400. */
export class OAuthError extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}
