import { z } from 'zod';
import { Failure } from '../../../shared/failure.ts';
import { readShape, text, webAddress } from '../shape.ts';
import type { ShopInfo } from '../shop-reader.ts';
import type { ClarityClient } from './client.ts';
import type { ClaritySettings } from './settings.ts';
import { currencyCode } from './shapes.ts';

const shopShape = z.object({
  name: text,
  currency: currencyCode.nullish(),
  timezone: text,
  country: text,
  url: webAddress,
});

const PATH = '/v1/shop';

/** Asked of a shop that does not tell of itself. */
const ANY_LIST = '/v1/orders';

/**
 * Also the first call after connecting: it shows that address and credentials are right. What the
 * shop does not say of itself is what was said when it was connected.
 */
export async function readShopInfo(
  client: ClarityClient,
  settings: ClaritySettings,
): Promise<ShopInfo> {
  const answer = await client.get(PATH);
  if (answer === null && (await client.get(ANY_LIST, { limit: 1 })) === null) throw nothingThere();
  const shop = readShape(shopShape, answer ?? {}, PATH);
  return {
    name: shop.name ?? settings.name,
    url: (shop.url ?? settings.storefrontUrl).replace(/\/+$/, ''),
    currency: shop.currency ?? settings.currency,
    timeZone: shop.timezone ?? settings.timeZone,
    country: shop.country?.toUpperCase() ?? null,
  };
}

function nothingThere(): Failure {
  return new Failure('shop_auth', 'There is no shop at this API URL.', {
    nextStep: 'Check the API URL of the shop and connect it again.',
  });
}
