import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { bodyText } from '../../kit/server.ts';

/** The API's "no": a status, a sentence, and for v3 what is wrong with which field. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: Record<string, string>;

  constructor(status: number, title: string, errors: Record<string, string> = {}) {
    super(title);
    this.status = status;
    this.errors = errors;
  }
}

export function notFound(what = 'The requested resource was not found.'): Refusal {
  return new Refusal(404, what);
}

/** v2 answers errors as an array, v3 as one object. */
export function answerRefusal(version: 'v2' | 'v3') {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, message, errors } = asRefusal(error, version);
    response.status(status);
    if (version === 'v2') response.json([{ status, message }]);
    else {
      response.json({
        status,
        title: message,
        type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
        errors,
      });
    }
  };
}

function asRefusal(error: unknown, version: 'v2' | 'v3'): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof RangeError) return new Refusal(version === 'v2' ? 400 : 422, error.message);
  if (error instanceof z.ZodError) return fromIssues(error, version);
  return new Refusal(500, error instanceof Error ? error.message : 'Internal server error.');
}

function fromIssues(error: z.ZodError, version: 'v2' | 'v3'): Refusal {
  const errors = Object.fromEntries(
    error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]),
  );
  if (version === 'v3') return new Refusal(422, 'JSON data is missing or invalid', errors);
  return new Refusal(400, `The field '${Object.keys(errors)[0] ?? ''}' is invalid.`);
}

/** The request's JSON in the shape the endpoint takes; anything else is refused. */
export function read<Shape>(request: Request, shape: z.ZodType<Shape>): Shape {
  if (!request.is('application/json')) {
    throw new Refusal(415, 'Unsupported media type. Send Content-Type: application/json.');
  }
  let json: unknown;
  try {
    json = JSON.parse(bodyText(request));
  } catch {
    throw new Refusal(400, 'Input is invalid: the body is not JSON.');
  }
  return shape.parse(json);
}

/** v2 lists: an empty one is 204 without a body. */
export function answerList(response: Response, rows: unknown[]): void {
  if (rows.length === 0) response.status(204).end();
  else response.json(rows);
}

export function answerData(response: Response, data: unknown, status = 200): void {
  response.status(status).json({ data, meta: {} });
}
