import { createHmac } from 'node:crypto';
import type { DeliveryRow } from './hook-rows.ts';

/** The original does not say how long it waits; ten seconds is what is often seen. */
const TIMEOUT_MS = 10_000;

/**
 * The Standard Webhooks headers. The key is the client secret's own bytes. The timestamp is real
 * time even when the clock was moved: receivers accept five minutes either side of theirs.
 */
export function signatureHeaders(
  webhookId: string,
  body: string,
  clientSecret: string,
): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', Buffer.from(clientSecret, 'utf8'))
    .update(`${webhookId}.${timestamp}.${body}`)
    .digest('base64');
  return {
    'webhook-id': webhookId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}

/** Posts it once. Returns the answer's status, 0 when there was none in time. */
export async function post(
  delivery: Pick<DeliveryRow, 'webhookId' | 'body' | 'destination'>,
  custom: Record<string, string> | null,
  clientSecret: string,
  stop: AbortSignal,
): Promise<number> {
  try {
    const response = await fetch(delivery.destination, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...custom,
        ...signatureHeaders(delivery.webhookId, delivery.body, clientSecret),
      },
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
