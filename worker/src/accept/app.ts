import express, { type NextFunction, type Request, type Response } from 'express';
import type { IncomingEvent } from '../buffer/inbox.ts';
import { nameOf, type Log } from '../shared/log.ts';
import { Refused, REFUSALS, UNAVAILABLE, type Refusal } from './answers.ts';
import type { Receive, ReceivingPlatform } from './receive.ts';
import type { KnownShop } from './shop-book.ts';

/** Returns once the event is durable. */
export type Store = (event: IncomingEvent) => Promise<void>;

export interface Accepting {
  /** By id, as it stands in the webhooks' address. */
  platforms: ReadonlyMap<string, ReceivingPlatform>;
  shopBook: (id: string) => Promise<KnownShop | undefined>;
  store: Store;
  /** Throws when the database does not answer. */
  checkDatabase: () => Promise<unknown>;
  log: Log;
}

/** The web process: webhooks in, health out. */
export function createApp(accepting: Accepting): express.Express {
  const app = express();
  // An acknowledgement carries nothing but itself: some platforms advise against any more.
  app.disable('x-powered-by');
  app.set('etag', false);
  app.get('/health', (_, response) => void response.json({ status: 'ok' }));
  app.get('/ready', (_, response) => ready(accepting, response));
  app.post('/webhooks/:platform/:shopId', (request, response, next) => {
    const platform = accepting.platforms.get(request.params.platform);
    if (!platform) next();
    else return take(accepting, platform.receive, request, response);
    return undefined;
  });
  app.use((_: Request, response: Response) => nothingHere(response));
  app.use((error: unknown, _: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(error);
    // An address that cannot be decoded stays so: coming again would not help.
    else if (error instanceof URIError) nothingHere(response);
    else refuse(response, UNAVAILABLE);
  });
  return app;
}

function nothingHere(response: Response): void {
  response.status(404).json({ code: 'not_found', error: 'Nothing is served here.' });
}

async function ready({ checkDatabase }: Accepting, response: Response): Promise<void> {
  try {
    await checkDatabase();
    response.json({ status: 'ready' });
  } catch {
    refuse(response, { ...UNAVAILABLE, error: 'The database does not answer.' });
  }
}

async function take(
  accepting: Accepting,
  receive: Receive,
  request: Request,
  response: Response,
): Promise<void> {
  const started = performance.now();
  const line: Record<string, unknown> = { shop: request.params.shopId };
  try {
    const known = await accepting.shopBook(String(request.params.shopId));
    // A stranger learns nothing about which shops there are.
    if (!known || known.shop.platform !== request.params.platform) throw new Refused('wrong_proof');
    line.org = known.shop.orgId;
    const event = await receive(known, request);
    Object.assign(line, { scope: event.scope, record: event.recordKey });
    await accepting.store(event);
    response.status(204).end();
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusal : UNAVAILABLE;
    line.refused = refusal.code;
    // Only the error's name: a driver's message may quote what was being stored.
    if (!(error instanceof Refused)) line.cause = nameOf(error);
    refuse(response, refusal);
  }
  line.status = response.statusCode;
  line.milliseconds = Math.round(performance.now() - started);
  accepting.log[response.statusCode < 500 ? 'info' : 'error'](line, 'event.received');
}

function refuse(response: Response, refusal: Refusal): void {
  // The rest of a body nobody will read must not keep the connection busy.
  if (refusal.status === REFUSALS.too_large.status) response.set('Connection', 'close');
  if (refusal.status === UNAVAILABLE.status) {
    response.set('Retry-After', String(UNAVAILABLE.retryAfterSeconds));
  }
  response.status(refusal.status).json({ code: refusal.code, error: refusal.error });
}
