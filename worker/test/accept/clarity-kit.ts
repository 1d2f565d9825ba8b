import { createHmac } from 'node:crypto';
import type { KnownShop } from '../../src/accept/shop-book.ts';
import { knownShop, type Answer, type Web } from './web-kit.ts';

export const CLARITY_PATH = '/webhooks/clarity/shop-1';
export const KEY = Buffer.from('the key of today, 32 bytes long.');
export const OLD_KEY = Buffer.from('the key of yesterday, as long as');
export const JSON_ONLY = { 'content-type': 'application/json' };

/** A Clarity shop that signs; `settings` and `secrets` change what it is known by. */
export function clarityShop(
  settings: Record<string, unknown> = {},
  secrets: Partial<KnownShop['secrets']> = {},
): KnownShop {
  const { shop } = knownShop();
  return {
    shop: {
      ...{ ...shop, platform: 'clarity', label: 'Clarity eCommerce', producer: 'acme' },
      settings: { proof: { method: 'signature' }, ...settings },
    },
    secrets: {
      ...{ api: { apiKey: 'key' }, webhookSecrets: [] },
      clientSecrets: [KEY, OLD_KEY].map((key) => `whsec_${key.toString('base64')}`),
      ...secrets,
    },
  };
}

/** An event of the published contract, with what a test changes of it. */
export function event(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id: 'evt_1',
    type: 'order.created',
    version: '1',
    occurredAt: '2026-03-04T05:06:07+01:00',
    shop: { id: 'acme', name: 'Acme', currency: 'USD', timezone: 'America/Chicago' },
    sequence: 3,
    data: { orderId: 'O-1', email: 'jane@example.com' },
    dataVersion: 'v7',
    ...changes,
  });
}

/** One signature for each key, as the public description of Standard Webhooks has it. */
export function signed(
  body: string,
  keys: Buffer[] = [KEY],
  offsetSeconds = 0,
): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1000) + offsetSeconds;
  const sign = (key: Buffer): string =>
    createHmac('sha256', key).update(`evt_1.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': keys.map((key) => `v1,${sign(key)}`).join(' '),
  };
}

export function deliver(
  web: Web,
  body: string,
  headers: Record<string, string> = signed(body),
): Promise<Answer> {
  return web.deliver(body, { ...JSON_ONLY, ...headers }, CLARITY_PATH);
}
