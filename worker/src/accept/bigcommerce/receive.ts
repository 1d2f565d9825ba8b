import type { Request } from 'express';
import type { IncomingEvent } from '../../buffer/inbox.ts';
import { Refused } from '../answers.ts';
import { readBody } from '../read-body.ts';
import type { KnownShop } from '../shop-book.ts';
import { proveSecret, proveSignature } from './prove.ts';
import { understand } from './understand.ts';

/**
 * One delivery, cheapest refusals first: our secret, the content type, the size; then the signature
 * over the raw bytes; only then is anything parsed. Returns what is to be stored, or throws
 * `Refused`.
 */
export async function receive(
  { shop, secrets }: KnownShop,
  request: Request,
): Promise<IncomingEvent> {
  proveSecret(request.headers, secrets);
  if (!request.is('application/json')) throw new Refused('not_json');
  const rawBody = await readBody(request);
  proveSignature(request.headers, rawBody, secrets);
  const { producer, ...understood } = understand(rawBody, shop.id);
  // A hook of another store that was pointed at this shop's address.
  if (producer !== shop.producer) throw new Refused('wrong_proof');
  return { ...understood, orgId: shop.orgId, shopId: shop.id };
}
