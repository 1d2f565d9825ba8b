import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import {
  startClarity,
  type ClarityOptions,
  type LocalClarity,
} from '../../../stand-ins/clarity/start.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** Undefined when there was none. */
  body: unknown;
}

export interface Event {
  id: string;
  type: string;
  sequence: number;
  dataVersion: string;
  data: Record<string, unknown>;
}

export interface Received {
  headers: IncomingHttpHeaders;
  /** The bytes as they came. */
  text: string;
  event: Event;
}

/** A shop, its endpoint for events, and a stranger with the API key; all are gone after the test. */
export interface OpenShop {
  shop: LocalClarity;
  received: Received[];
  types: () => string[];
  /** What the endpoint answers from now on. */
  answerWith: (status: number, headers?: Record<string, string>) => void;
  /** `path` begins after "/v1/". */
  read: (path: string) => Promise<Answer>;
  /** A control route below "/__local__/"; the answer must be good. */
  ask: <Body>(path: string, body?: object) => Promise<Body>;
  /** Waits until nothing is on its way. */
  settled: () => Promise<void>;
}

export async function openShop(options: ClarityOptions = {}): Promise<OpenShop> {
  const received: Received[] = [];
  let answer: { status: number; headers: Record<string, string> } = { status: 204, headers: {} };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      received.push({ headers: request.headers, text, event: JSON.parse(text) as Event });
      response.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
  const shop = await startClarity({ webhookUrl, ...options });
  onTestFinished(() => shop.close());

  const ask: OpenShop['ask'] = async <Body>(path: string, body: object = {}) => {
    const { status, body: answered } = await call(`${shop.url}/__local__/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answered)}`);
    return answered as Body;
  };
  return {
    ...{ shop, received, ask },
    types: () => received.map(({ event }) => event.type),
    answerWith: (status, headers = {}) => {
      answer = { status, headers };
    },
    read: (path) =>
      call(`${shop.url}/v1/${path}`, { headers: { 'x-api-key': shop.identity.apiKey } }),
    settled: () => ask('deliveries/settled'),
  };
}

export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? (JSON.parse(text) as unknown) : undefined,
  };
}

export const MUGS = [{ productId: '93', quantity: 2 }];
export const GRACE = { email: 'grace@example.com', firstName: 'Grace', lastName: 'Okafor' };

/** Everything the shop can tell, each type at least once; the ids of what came of it. */
export async function liveThroughEverything({ ask }: Pick<OpenShop, 'ask'>): Promise<void> {
  const registered = { ...GRACE, company: 'Okafor Ltd', companyId: 'okafor' };
  const { customerId } = await ask<{ customerId: string }>('shopper/register', registered);
  await ask('shopper/change-email', { customerId, email: 'g@example.com' });
  const items = MUGS;
  const left = await ask<object>('shopper/start-cart', { customerId, items });
  await ask('clock', { advanceMs: 3_700_000 });
  await ask('shopper/add-to-cart', { ...left, items });
  await ask('shopper/clear-cart', left);
  const first = await ask<{ orderId: string }>('shopper/place-order', { customerId, items });
  const orderId = { orderId: first.orderId };
  const shipment = await ask<object>('shopper/ship', orderId);
  await ask('shopper/deliver-shipment', shipment);
  const back = [{ productId: '93', quantity: 1 }];
  const given = await ask<object>('shopper/return', { ...orderId, items: back });
  await ask('shopper/change-return', { ...given, status: 'refunded' });
  const second = await ask<{ orderId: string }>('shopper/place-order', {
    ...{ customerId: 'C-2', currency: 'JPY', items: [{ productId: '77', quantity: 3 }] },
  });
  await ask('shopper/cancel', { orderId: second.orderId });
  const quote = await ask<object>('shopper/request-quote', { customerId, items });
  await ask('shopper/change-quote', { ...quote, status: 'offered' });
  await ask('shopper/accept-quote', quote);
  await ask('shopper/request-sample', { ...GRACE, items });
  await ask('shopper/start-cart', { customerId, items, kind: 'list' });
  await ask('shopper/merge-customers', { customerId: 'C-1', mergedCustomerIds: [customerId] });
  await ask('shopper/delete-customer', { customerId: 'C-3' });
  await ask('shopper/change-stock', { productId: '93', onHand: 12 });
  await ask('shopper/change-product', { productId: '93', price: '15.00' });
  await ask('shopper/delete-product', { productId: '80' });
  await ask('shopper/add-product', { name: 'Oak Stool', sku: 'ST-1', price: '75.00', stock: 9 });
  await ask('deliveries/settled');
}
