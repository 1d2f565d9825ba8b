import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { Clock } from './clock.ts';
import type { Fault, Faults } from './faults.ts';
import type { Journal } from './journal.ts';

/** What every stand-in has, whatever it imitates. */
export interface StandInParts {
  clock: Clock;
  faults: Faults;
  journal: Journal;
  /** Back to the state after the first start. */
  reset(): void | Promise<void>;
}

/** A running stand-in's address, and how to stop it. */
export interface Listening {
  url: string;
  close(): Promise<void>;
}

/** Port 0 takes a free one. */
export async function listen(app: express.Express, port: number): Promise<Listening> {
  const server = createServer(app);
  // A client on a busy machine must not find its idle connection gone just as it uses it again.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The original's routes behind the journal and the faults, the control routes beside them. */
export function createApp(parts: StandInParts, original: Router): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  // Bodies stay text: what was sent is what is kept, and each original parses in its own manner.
  app.use(express.text({ type: () => true, limit: '50mb' }));
  app.use('/__local__', controlRoutes(parts));
  app.use((request, response, next) => keepJournal(parts, request, response, next));
  app.use((request, response, next) => void misbehave(parts.faults, request, response, next));
  app.use(original);
  return app;
}

/** What no original has: look inside, move time, break things. */
function controlRoutes(parts: StandInParts): Router {
  const { clock, faults, journal } = parts;
  const routes = express.Router();
  const body = (request: Request): unknown => JSON.parse(bodyText(request) || '{}');
  routes.get('/faults', (_, response) => void response.json(faults.list()));
  routes.post('/faults', (request, response) => {
    faults.add(body(request) as Fault);
    response.status(204).end();
  });
  routes.delete('/faults', (_, response) => {
    faults.clear();
    response.status(204).end();
  });
  routes.get('/journal', (_, response) => void response.json(journal.list()));
  routes.delete('/journal', (_, response) => {
    journal.clear();
    response.status(204).end();
  });
  routes.get('/clock', (_, response) => void response.json({ now: clock.now().toISOString() }));
  routes.post('/clock', async (request, response) => {
    await clock.advance((body(request) as { advanceMs: number }).advanceMs);
    response.json({ now: clock.now().toISOString() });
  });
  routes.post('/reset', async (_, response) => {
    await parts.reset();
    response.status(204).end();
  });
  return routes;
}

function keepJournal(
  { journal, clock }: StandInParts,
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const started = performance.now();
  const body = bodyText(request).slice(0, 20_000);
  response.once('close', () =>
    journal.add({
      at: clock.now().toISOString(),
      method: request.method,
      path: request.originalUrl,
      status: response.statusCode,
      milliseconds: Math.round(performance.now() - started),
      ...(body && { body }),
    }),
  );
  next();
}

async function misbehave(
  faults: Faults,
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const fault = faults.take(request.method, request.originalUrl);
  if (!fault) {
    next();
    return;
  }
  if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (!fault.drop && fault.status === undefined) {
    next();
    return;
  }
  if (!fault.afterWork) {
    answerWrong(fault, request, response);
    return;
  }
  // The work is done, and its answer thrown away.
  const end = response.end.bind(response);
  response.end = ((): Response => {
    response.end = end;
    if (!response.headersSent)
      for (const name of response.getHeaderNames()) response.removeHeader(name);
    answerWrong(fault, request, response);
    return response;
  }) as typeof response.end;
  next();
}

function answerWrong(fault: Fault, request: Request, response: Response): void {
  if (fault.drop) {
    request.socket.destroy();
    return;
  }
  response.status(fault.status ?? 500).set(fault.headers ?? {});
  if (fault.body === undefined) response.end();
  else if (typeof fault.body === 'string') response.send(fault.body);
  else response.json(fault.body);
}

/** The request's body as it came; empty when there was none. */
export function bodyText(request: Request): string {
  return typeof request.body === 'string' ? request.body : '';
}
