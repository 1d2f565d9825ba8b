import { Refused } from '../answers.ts';
import { readBody } from '../read-body.ts';
import type { Receive } from '../receive.ts';
import { proveBeforeBody, proveBody } from './prove.ts';
import { understand } from './understand.ts';
import { pathsIn } from './value-at.ts';

/**
 * One delivery, cheapest refusals first: the static secret or the presence of a signature, the
 * content type, the size; then the signature over the raw bytes; only then is anything parsed.
 */
export const receive: Receive = async (known, request) => {
  const { shop } = known;
  proveBeforeBody(request.headers, known);
  if (!request.is('application/json')) throw new Refused('not_json');
  const rawBody = await readBody(request);
  proveBody(request.headers, rawBody, known);
  const { producer, ...understood } = understand(rawBody, shop.id, pathsIn(shop.settings));
  // A webhook of another shop that was pointed at this one's address.
  if (producer !== shop.producer) throw new Refused('wrong_proof');
  return { ...understood, orgId: shop.orgId, shopId: shop.id };
};
