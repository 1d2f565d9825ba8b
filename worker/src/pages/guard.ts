import type { NextFunction, Request, Response } from 'express';

// No script at all, and nothing from anywhere else.
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function protect(_: Request, response: Response, next: NextFunction): void {
  response.set({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    // Our own forms must still say where they come from.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  if (response.req.secure || response.req.get('x-forwarded-proto') === 'https') {
    response.set('Strict-Transport-Security', 'max-age=31536000');
  }
  next();
}

/** Whether a form was sent from one of our own pages, as the browser says. */
export function isFromHere(request: Request, workerUrl: string): boolean {
  const origin = request.get('origin');
  return origin === undefined
    ? request.get('sec-fetch-site') === 'same-origin'
    : origin === workerUrl;
}
