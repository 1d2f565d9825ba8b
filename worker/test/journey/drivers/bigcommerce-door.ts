import { createHmac } from 'node:crypto';
import type { BigCommerceStore } from './bigcommerce-store.ts';
import { JSON_TYPE, nowInSeconds, TOO_MUCH, type Door, type Knock } from './door.ts';

interface Hook {
  headers: Record<string, string>;
}

const SECRET_HEADER = 'x-cartbridge-secret';

/** The store proves itself by a secret that the worker gave its hooks, and by a signature besides. */
export async function bigcommerceDoor(store: BigCommerceStore, webhookUrl: string): Promise<Door> {
  const hooks = await store.api<{ data: Hook[] }>('GET', 'v3/hooks?limit=250');
  const { id } = await store.api<{ id: string }>('GET', 'v2/store');
  const producer = `stores/${id}`;
  const headers = { ...JSON_TYPE, [SECRET_HEADER]: hooks.data[0]?.headers[SECRET_HEADER] ?? '' };
  const body = (hash: string, more: object = {}): string => envelope(hash, { producer, ...more });
  const knock = (what: string, text: string, more: object = {}): Knock => {
    return { what, body: text, headers: { ...headers, ...more } };
  };
  const signed = (secret: string, seconds: number): Record<string, string> =>
    signature(secret, seconds, body('b'));

  return {
    forged: [
      {
        status: 401,
        knocks: [
          { what: 'no secret', body: body('a'), headers: JSON_TYPE },
          knock('a wrong secret', body('a'), { [SECRET_HEADER]: 'guess' }),
          { ...knock('another shop’s address', body('a')), url: `${webhookUrl}x` },
          knock('another store’s event', envelope('a')),
          knock('a signature of another key', body('b'), signed('another', nowInSeconds())),
          knock(
            'a signature of ten minutes ago',
            body('b'),
            signed(store.clientSecret, nowInSeconds() - 600),
          ),
        ],
      },
      { status: 413, knocks: [knock('too large', body('c', { fill: TOO_MUCH }))] },
      { status: 415, knocks: [knock('no JSON', 'scope=x', { 'content-type': 'text/plain' })] },
      {
        status: 400,
        knocks: [
          knock('half a body', '{"scope":'),
          knock('no event', '{"scope":"store/order/created"}'),
          knock('an event of nothing', body('d', { data: { type: 'order' } })),
        ],
      },
    ],
    honest: knock('an honest one', body('e')),
    unknown: knock('an unknown scope', body('f', { scope: 'store/new/thing' })),
  };
}

/** A body as the store would send it. */
function envelope(hash: string, more: object = {}): string {
  return JSON.stringify({
    ...{ scope: 'store/order/created', store_id: '1025646', producer: 'stores/of-somebody-else' },
    ...{ data: { type: 'order', id: 999_999 }, hash, created_at: nowInSeconds() },
    ...more,
  });
}

/** Standard Webhooks, with the client secret's text as the key. */
function signature(secret: string, seconds: number, body: string): Record<string, string> {
  const id = 'msg_1';
  const made = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${made}`,
  };
}
