import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { Request, Response } from 'express';
import type { SignedInUser } from './users.ts';

/** Headers that speak of one connection, and those that are this server's own business. */
const LOCAL = new Set(['host', 'connection', 'authorization', 'origin', 'referer', 'cookie']);

/**
 * Hands a request on to the org as the signed-in user; `path` is the org's. What the org streams
 * is passed on as it comes, and a browser that leaves ends the org's request too.
 */
export function passOn(
  orgUrl: string,
  path: string,
  user: SignedInUser,
  request: Request,
  response: Response,
): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const outgoing = httpRequest(
    new URL(path, orgUrl),
    { method: request.method, headers: headersFor(request.headers, user) },
    (incoming) => {
      const status = incoming.statusCode ?? 502;
      response.writeHead(status, incoming.statusMessage, cookiesForPage(incoming.headers));
      incoming.pipe(response);
      resolve(status);
    },
  );
  outgoing.on('error', (error) => {
    if (!response.headersSent) {
      const message = `The org at ${orgUrl} does not answer: ${error.message}`;
      response.status(503).json([{ errorCode: 'SERVER_UNAVAILABLE', message }]);
    }
    resolve(503);
  });
  response.on('close', () => outgoing.destroy());
  request.pipe(outgoing);
  return promise;
}

function headersFor(headers: IncomingHttpHeaders, user: SignedInUser): IncomingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) => !LOCAL.has(name));
  const cookies = (headers.cookie ?? '').split('; ').filter((one) => !one.startsWith('local-'));
  return {
    ...Object.fromEntries(kept),
    authorization: `Bearer ${user.accessToken}`,
    // Adapters get texts as they are, not as HTML shows them.
    'x-chatter-entity-encoding': 'false',
    ...(cookies.join() && { cookie: cookies.join('; ') }),
  };
}

/** The org's paths are not the page's. */
function cookiesForPage(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const cookies = headers['set-cookie']?.map((one) => one.replace(/; *path=[^;]*/i, '; Path=/'));
  return { ...headers, ...(cookies && { 'set-cookie': cookies }) };
}
