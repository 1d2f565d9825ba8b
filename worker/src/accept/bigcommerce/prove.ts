import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import type { ShopSecrets } from '../../shared/shops.ts';
import { Refused } from '../answers.ts';

/**
 * Our own secret, set as a custom header when the hook was made: BigCommerce documents that it
 * sends such headers with every delivery, while its signature headers are documented less firmly.
 */
export const SECRET_HEADER = 'x-cartbridge-secret';

const SIGNATURE_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** The secret header must hold one of the shop's current secrets, or the delivery is refused. */
export function proveSecret(headers: IncomingHttpHeaders, secrets: ShopSecrets): void {
  const given = headers[SECRET_HEADER];
  if (typeof given !== 'string' || !secrets.webhookSecrets.some((secret) => same(given, secret))) {
    throw new Refused('wrong_proof');
  }
}

/**
 * Where a Standard Webhooks header is present all three must be, and a signature over the raw bytes
 * must match: several in one header, five minutes of clock either way, keyed with any client secret
 * still in use. https://www.standardwebhooks.com
 */
export function proveSignature(
  headers: IncomingHttpHeaders,
  rawBody: Buffer,
  secrets: ShopSecrets,
): void {
  if (!SIGNATURE_HEADERS.some((name) => headers[name] !== undefined)) return;
  const signed = Object.fromEntries(SIGNATURE_HEADERS.map((name) => [name, text(headers[name])]));
  const proven = secrets.clientSecrets.some((secret) => verifies(secret, rawBody, signed));
  if (!proven) throw new Refused('wrong_proof');
}

function verifies(secret: string, rawBody: Buffer, headers: Record<string, string>): boolean {
  try {
    // The library decodes its argument from base64; BigCommerce's key is the secret's own bytes.
    const webhook = new Webhook(Buffer.from(secret, 'utf8').toString('base64'));
    webhook.verify(rawBody, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

function text(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function same(left: string, right: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(left), digest(right));
}
