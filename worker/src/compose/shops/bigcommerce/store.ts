import { z } from 'zod';
import { Failure } from '../../../shared/failure.ts';
import type { ShopInfo } from '../shop-reader.ts';
import type { BigCommerceClient } from './client.ts';
import { readShape, text } from '../shape.ts';

const storeShape = z.object({
  name: z.string(),
  domain: z.string(),
  secure_url: text,
  currency: z.string().length(3, { error: 'expected a currency code' }),
  timezone: z.object({ name: z.string() }),
  country_code: text,
});

const PATH = '/v2/store';

/** Also the first call after connecting: it shows that address and token are right. */
export async function readStore(client: BigCommerceClient): Promise<ShopInfo> {
  const answer = await client.get(PATH);
  if (answer === null)
    throw new Failure('shop_auth', 'There is no store at this API URL.', {
      nextStep: 'Check the API URL of the shop and reconnect it.',
    });
  const store = readShape(storeShape, answer, PATH);
  return {
    name: store.name,
    url: (store.secure_url ?? `https://${store.domain}`).replace(/\/+$/, ''),
    currency: store.currency.toUpperCase(),
    timeZone: store.timezone.name,
    country: store.country_code?.toUpperCase() ?? null,
  };
}
