import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { KnownShop } from '../shop-book.ts';
import { Refused } from '../answers.ts';
import { isSigned, proveHeader, proveSignature } from '../proof.ts';

/** How the shop proves its deliveries, as its settings say. */
const proofShape = z
  .discriminatedUnion('method', [
    z.object({ method: z.literal('signature') }),
    z.object({ method: z.literal('header'), header: z.string().min(1) }),
  ])
  .catch({ method: 'signature' });

/** What can be told without the body: the static secret, or whether there is a signature at all. */
export function proveBeforeBody(headers: IncomingHttpHeaders, { shop, secrets }: KnownShop): void {
  const proof = proofShape.parse(shop.settings.proof);
  if (proof.method === 'header') proveHeader(headers, proof.header, secrets.webhookSecrets);
  else if (!isSigned(headers)) throw new Refused('wrong_proof');
}

/** The rest: a signature is made over the raw bytes. */
export function proveBody(
  headers: IncomingHttpHeaders,
  rawBody: Buffer,
  { shop, secrets }: KnownShop,
): void {
  const proof = proofShape.parse(shop.settings.proof);
  if (proof.method === 'signature') proveSignature(headers, rawBody, secrets.clientSecrets);
}
