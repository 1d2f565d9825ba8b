import { createHmac } from 'node:crypto';
import { livingSecrets, type Installation } from '../installation.ts';
import type { DeliveryRow } from './delivery-row.ts';

const TIMEOUT_MS = 10_000;

/** The answer's status, 0 when there was none in time, and how long it asked to be left alone. */
export interface Answer {
  status: number;
  retryAfterMs: number;
}

/** Posts it once. */
export async function post(
  delivery: Pick<DeliveryRow, 'eventId' | 'body' | 'destination'>,
  installation: Installation,
  now: Date,
  stop: AbortSignal,
): Promise<Answer> {
  try {
    const response = await fetch(delivery.destination, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...proofHeaders(delivery.eventId, delivery.body, installation, now),
      },
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    const seconds = Number(response.headers.get('retry-after') ?? 0);
    return { status: response.status, retryAfterMs: Number.isNaN(seconds) ? 0 : seconds * 1000 };
  } catch {
    return { status: 0, retryAfterMs: 0 };
  }
}

/**
 * What proves the sender. Secrets end by the shop's clock, but the timestamp is real time even when
 * that clock was moved: receivers accept five minutes either side of theirs.
 */
export function proofHeaders(
  eventId: string,
  body: string,
  installation: Installation,
  now: Date,
): Record<string, string> {
  const secrets = livingSecrets(installation, now);
  const { proof } = installation;
  if (proof.method === 'header') return { [proof.header]: secrets[0] ?? '' };
  const timestamp = Math.floor(Date.now() / 1000);
  return {
    'webhook-id': eventId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets
      .map((secret) => signature(secret, `${eventId}.${timestamp}.${body}`))
      .join(' '),
  };
}

/** The key is what the secret's base64 behind `whsec_` stands for. */
function signature(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}
