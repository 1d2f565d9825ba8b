import type { IncomingHttpHeaders } from 'node:http';
import type { ShopSecrets } from '../../shared/shops.ts';
import { isSigned, proveHeader, proveSignature as prove } from '../proof.ts';

/**
 * Our own secret, set as a custom header when the hook was made: BigCommerce documents that it
 * sends such headers with every delivery, while its signature headers are documented less firmly.
 */
export const SECRET_HEADER = 'x-cartbridge-secret';

/** The secret header must hold one of the shop's current secrets, or the delivery is refused. */
export function proveSecret(headers: IncomingHttpHeaders, secrets: ShopSecrets): void {
  proveHeader(headers, SECRET_HEADER, secrets.webhookSecrets);
}

/** Where there is a Standard Webhooks signature, it must be made with a client secret still in use. */
export function proveSignature(
  headers: IncomingHttpHeaders,
  rawBody: Buffer,
  secrets: ShopSecrets,
): void {
  if (!isSigned(headers)) return;
  // The library decodes its keys from base64; BigCommerce's key is the secret's own bytes.
  const keys = secrets.clientSecrets.map((secret) => Buffer.from(secret).toString('base64'));
  prove(headers, rawBody, keys);
}
