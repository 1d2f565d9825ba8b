import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Response, type Router } from 'express';
import { pageOf } from './document.ts';
import { readOutbox } from './outbox.ts';
import { takeSnapshot, type PageParts } from './snapshot.ts';

const ASSETS = join(import.meta.dirname, 'assets');

// Nothing but the page's own script may run, whatever a record or a request holds.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The control page at `/`, for a person with a browser; no original has it. */
export function pageRoutes(parts: PageParts): Router {
  const routes = express.Router();
  routes.get('/', async (request, response) => {
    const { status } = request.query;
    const digit = typeof status === 'string' && /^[1-5]$/.test(status) ? status : '';
    const outbox = await readOutbox(parts.engagementUrl);
    send(response, 'text/html; charset=utf-8', pageOf(takeSnapshot(parts, digit), outbox, digit));
  });
  addAsset(routes, 'style.css', 'text/css; charset=utf-8');
  addAsset(routes, 'login.css', 'text/css; charset=utf-8');
  addAsset(routes, 'script.js', 'text/javascript; charset=utf-8');
  return routes;
}

function addAsset(routes: Router, name: string, type: string): void {
  routes.get(`/__local__/page/${name}`, (_, response) =>
    send(response, type, readFileSync(join(ASSETS, name), 'utf8')),
  );
}

function send(response: Response, type: string, text: string): void {
  response
    .set({
      'Content-Type': type,
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    })
    .end(text);
}
