import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Refused } from '../../../src/accept/answers.ts';
import { readBody } from '../../../src/accept/read-body.ts';
import type { Receive } from '../../../src/accept/receive.ts';
import { idempotencyKeyOf, parseJson, storable } from '../../../src/accept/storable.ts';
import { recordKey } from '../../../src/shared/ids.ts';

/** `carts/7` and the like; the delivery says no more than that something about it changed. */
const shape = z.object({
  delivery: storable(100),
  record: z.string().regex(/^(customers|orders|carts|products)\/[^/:\0]{1,100}$/),
});

/** One delivery: its proof over the raw bytes first, and only then what it says. */
export const receive: Receive = async ({ shop, secrets }, request) => {
  const given = request.headers['x-corner-hmac'];
  const rawBody = await readBody(request);
  if (!secrets.clientSecrets.some((secret) => given && isProof(String(given), secret, rawBody)))
    throw new Refused('wrong_proof');
  const { data } = shape.safeParse(parseJson(rawBody));
  if (!data) throw new Refused('malformed');
  const [kinds = '', id = ''] = data.record.split('/');
  return {
    ...{ orgId: shop.orgId, shopId: shop.id, scope: 'changed' },
    recordKey: recordKey(shop.id, kinds.slice(0, -1), id),
    idempotencyKey: idempotencyKeyOf([data.delivery]),
    body: JSON.stringify(data),
  };
};

function isProof(given: string, secret: string, rawBody: Buffer): boolean {
  const proof = createHmac('sha256', secret).update(rawBody).digest();
  const claimed = Buffer.from(given, 'hex');
  return claimed.length === proof.length && timingSafeEqual(claimed, proof);
}
