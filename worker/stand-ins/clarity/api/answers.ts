import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { bodyText } from '../../kit/server.ts';

/** The API's "no": a status, a code for programs and a sentence for people. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function notFound(what: string): Refusal {
  return new Refusal(404, 'not_found', what);
}

/** Express knows an error handler by its four parameters. */
export function answerRefusal(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status, code, message } = asRefusal(error);
  response.status(status).json({ error: { code, message } });
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof RangeError) return new Refusal(400, 'bad_request', error.message);
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    const place = ['body', ...(issue?.path ?? [])].join('.');
    return new Refusal(400, 'bad_request', `${place}: ${issue?.message ?? 'not understood'}.`);
  }
  return new Refusal(500, 'internal', error instanceof Error ? error.message : 'Internal error.');
}

/** The request's JSON in the shape the call takes; anything else is refused. */
export function read<Shape>(request: Request, shape: z.ZodType<Shape>): Shape {
  let json: unknown;
  try {
    json = JSON.parse(bodyText(request) || '{}');
  } catch {
    throw new Refusal(400, 'bad_request', 'The body is not JSON.');
  }
  return shape.parse(json);
}
