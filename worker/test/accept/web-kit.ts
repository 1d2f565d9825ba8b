import { once } from 'node:events';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { afterEach } from 'vitest';
import { createApp, type Accepting } from '../../src/accept/app.ts';
import type { KnownShop } from '../../src/accept/shop-book.ts';
import type { IncomingEvent } from '../../src/buffer/inbox.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { OrgId, ShopId } from '../../src/shared/ids.ts';
import { createLog } from '../../src/shared/log.ts';

export const SECRET = 'hook-secret-now';
export const OLD_SECRET = 'hook-secret-before';
export const CLIENT_SECRET = 'client-secret-now';
export const OLD_CLIENT_SECRET = 'client-secret-before';

/** What a delivery that is all right brings. */
export const JSON_AND_SECRET = {
  'content-type': 'application/json',
  'x-cartbridge-secret': SECRET,
};

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Web {
  url: string;
  /** What reached the store, in its order. */
  stored: IncomingEvent[];
  /** One delivery to the known shop; `path` when it goes elsewhere. */
  deliver(body: string | Buffer, headers?: Record<string, string>, path?: string): Promise<Answer>;
  get(path: string): Promise<Answer>;
  connections(): Promise<number>;
  log: Record<string, unknown>[];
}

export const WEBHOOK_PATH = '/webhooks/bigcommerce/shop-1';

export function knownShop(): KnownShop {
  return {
    shop: {
      id: 'shop-1' as ShopId,
      orgId: 'org-1' as OrgId,
      platform: 'bigcommerce',
      apiUrl: 'http://127.0.0.1:1',
      producer: 'stores/abc123',
      name: '',
      storefrontUrl: '',
      currency: '',
      webhookUrl: '',
      sealedSecrets: '',
      ...{ label: 'BigCommerce', timeZone: 'UTC', settings: {} },
    },
    secrets: {
      api: { accessToken: 'token' },
      clientSecrets: [CLIENT_SECRET, OLD_CLIENT_SECRET],
      webhookSecrets: [SECRET, OLD_SECRET],
    },
  };
}

/** The envelope BigCommerce documents, with the data and whatever else a test changes. */
export function envelope(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    scope: 'store/order/created',
    store_id: '1025646',
    data: { type: 'order', id: 250 },
    hash: 'dd70c0976e06b67aaf671e73f49dcb79230ebf9d',
    created_at: 1_561_479_335,
    producer: 'stores/abc123',
    ...changes,
  });
}

/** Starts the web application on a port of its own; everything is closed after each test. */
export function useWeb(): (collaborators?: Partial<Accepting>) => Promise<Web> {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()));
  });

  return async (collaborators = {}) => {
    const stored: IncomingEvent[] = [];
    const log: Record<string, unknown>[] = [];
    const lines = new Writable({
      write(line: Buffer, _, done) {
        log.push(JSON.parse(line.toString()) as Record<string, unknown>);
        done();
      },
    });
    const app = createApp({
      platforms,
      shopBook: (id) => Promise.resolve(id === 'shop-1' ? knownShop() : undefined),
      store: (event) => Promise.resolve(void stored.push(event)),
      checkDatabase: () => Promise.resolve(),
      log: createLog('test', 'info', lines),
      ...collaborators,
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
      url,
      stored,
      log,
      deliver: (body, headers = JSON_AND_SECRET, path = WEBHOOK_PATH) =>
        call(url + path, 'POST', headers, body),
      connections: () => promisify(server.getConnections.bind(server))(),
      get: (path) => call(url + path, 'GET', {}, ''),
    };
  };
}

/** One exchange over HTTP with exactly these headers. */
export function call(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
