import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface LocalCornerShop {
  url: string;
  apiKey: string;
  webhookSecret: string;
  /** Puts a record there, or changes it. */
  put: (path: `${'customers' | 'orders' | 'carts' | 'products'}/${string}`, record: object) => void;
  /** Tells somebody that a record changed, as the shop does; the status of the answer. */
  tell: (to: string, record: string, secret?: string) => Promise<number>;
}

/** The API of a corner shop on a port of its own: `GET /<kind>/<id>` with a key in a header. */
export async function openCornerShop(): Promise<LocalCornerShop> {
  const apiKey = randomBytes(12).toString('hex');
  const webhookSecret = randomBytes(24).toString('hex');
  const records = new Map<string, object>([
    ['shop', { title: 'Corner Shop Ghent', site: 'https://corner.example', money: 'EUR' }],
  ]);
  const server = createServer(({ headers, url = '' }, response) => {
    const record = records.get(url.slice(1));
    const status = headers['x-corner-key'] !== apiKey ? 403 : record ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 200 ? JSON.stringify(record) : '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  return {
    ...{ apiKey, webhookSecret },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (path, record) => void records.set(path, record),
    async tell(to, record, secret = webhookSecret) {
      const body = JSON.stringify({ delivery: randomBytes(8).toString('hex'), record });
      const proof = createHmac('sha256', secret).update(body).digest('hex');
      const headers = { 'content-type': 'application/json', 'x-corner-hmac': proof };
      return (await fetch(to, { method: 'POST', headers, body })).status;
    },
  };
}
