import { createHmac } from 'node:crypto';
import type { BigCommerceStore } from '../../worker/test/journey/drivers/bigcommerce-store.ts';
import type { Message } from './connection.ts';

/** A message as the store keeps it while it holds its deliveries back. */
interface Held {
  id: string;
  webhookId: string;
  destination: string;
  body: string;
}

/** Posts in the store's name: its own messages as they are, or ones made up. */
export interface Webhooks {
  /** What the store has had to tell since it was last asked, signed now. */
  news(): Promise<Message[]>;
  /** News of an order the store does not have, 950 bytes long; each of another order. */
  invented(url: string): Message;
}

const BODY_BYTES = 950;

/**
 * The store holds its own deliveries back from here on: it sends one after the other, and the bench
 * must not measure that.
 */
export async function openWebhooks(shop: BigCommerceStore): Promise<Webhooks> {
  await shop.deliver('hold');
  const hooks = await shop.api<{ data: { headers: Record<string, string> }[] }>(
    'GET',
    'v3/hooks?limit=250',
  );
  const store = await shop.api<{ id: string }>('GET', 'v2/store');
  const secret = hooks.data[0]?.headers;
  if (!secret) throw new Error('The worker has no hook at the store.');
  const told = new Set<string>();
  let invented = 0;

  function message(id: string, url: string, body: string): Message {
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', Buffer.from(shop.clientSecret, 'utf8'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
    const headers = {
      'content-type': 'application/json',
      ...secret,
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': `v1,${signature}`,
    };
    return { url, headers, body };
  }

  return {
    async news() {
      const held = (await shop.deliveries()) as unknown as Held[];
      const fresh = held.filter(({ id }) => !told.has(id));
      for (const { id } of fresh) told.add(id);
      return fresh.map(({ webhookId, destination, body }) => message(webhookId, destination, body));
    },
    invented(url) {
      invented += 1;
      const text = JSON.stringify({
        scope: 'store/order/updated',
        store_id: '1025646',
        producer: `stores/${store.id}`,
        data: { type: 'order', id: 1_000_000_000 + invented, note: '' },
        hash: `bench${invented}`,
        created_at: Math.floor(Date.now() / 1000),
      });
      const filling = 'n'.repeat(Math.max(0, BODY_BYTES - text.length));
      return message(`bench-${invented}`, url, text.replace('"note":""', `"note":"${filling}"`));
    },
  };
}
