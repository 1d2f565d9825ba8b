import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { Refused } from './answers.ts';

const SIGNATURE_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** The header must hold one of the secrets, or the delivery is refused. */
export function proveHeader(
  headers: IncomingHttpHeaders,
  name: string,
  secrets: readonly string[],
): void {
  const given = headers[name.toLowerCase()];
  if (typeof given !== 'string' || !secrets.some((secret) => same(given, secret))) {
    throw new Refused('wrong_proof');
  }
}

/** Whether the delivery claims a Standard Webhooks signature: any of its headers is there. */
export function isSigned(headers: IncomingHttpHeaders): boolean {
  return SIGNATURE_HEADERS.some((name) => headers[name] !== undefined);
}

/**
 * All headers of Standard Webhooks must be there, and a signature over the raw bytes must match:
 * several in one header, five minutes of clock either way. https://www.standardwebhooks.com
 * @param keys base64, with or without the prefix `whsec_`; any of them will do
 */
export function proveSignature(
  headers: IncomingHttpHeaders,
  rawBody: Buffer,
  keys: readonly string[],
): void {
  const signed = Object.fromEntries(SIGNATURE_HEADERS.map((name) => [name, text(headers[name])]));
  if (!keys.some((key) => verifies(key, rawBody, signed))) throw new Refused('wrong_proof');
}

function verifies(key: string, rawBody: Buffer, headers: Record<string, string>): boolean {
  try {
    new Webhook(key).verify(rawBody, headers, { jsonParse: false });
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
