import type { ShopInfo } from './compose/shops/shop-reader.ts';
import type { Platform } from './platforms/platform.ts';
import { Failure } from './shared/failure.ts';
import type { Shop, ShopSecrets } from './shared/shops.ts';

/**
 * Whether address and access are right, and what the shop says of itself. Throws a Failure of a
 * `shop_` kind when not; `details.lacks` names what the shop keeps from an access it knows.
 */
export async function askShop(
  platform: Platform,
  shop: Shop,
  secrets: ShopSecrets,
): Promise<ShopInfo> {
  const { info, lacks } = await platform.tryAccess(platform.open(shop, secrets).reader);
  if (info && lacks.length === 0) return info;
  throw new Failure('shop_auth', `The shop does not let us read: ${lacks.join(', ')}.`, {
    nextStep: 'Give the access these rights too, then connect the shop again.',
    details: { lacks },
  });
}
