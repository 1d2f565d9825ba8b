import type { Pool } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import { recordKey, type RecordKey, type ShopId } from '../../shared/ids.ts';
import type { Vault } from '../../shared/secrets.ts';
import { findShop, openShopSecrets, type Shop } from '../../shared/shops.ts';
import type { ShopEvent } from '../task.ts';
import { hear } from './bigcommerce/heard.ts';
import { createBigCommerceReader } from './bigcommerce/reader.ts';
import type { Heard } from './heard.ts';
import type { ShopReader } from './shop-reader.ts';

/** A shop ready to be asked. */
export interface OpenShop {
  shop: Shop;
  reader: ShopReader;
  hear: (events: ShopEvent[]) => Heard;
}

/** How each platform is read; a further one is a folder beside this file and a line here. */
const PLATFORMS: Record<string, (apiUrl: string, accessToken: string) => Omit<OpenShop, 'shop'>> = {
  bigcommerce: (apiUrl, accessToken) => ({
    reader: createBigCommerceReader({ apiUrl, accessToken }),
    hear,
  }),
};

/**
 * Opens shops by id. A shop's reader is kept as long as its credentials stay the same, for its rate
 * limiter and its memory of names are the shop's.
 */
export function createShopOpener(pool: Pool, vault: Vault): (id: ShopId) => Promise<OpenShop> {
  const open = new Map<ShopId, { sealed: string; platform: Omit<OpenShop, 'shop'> }>();

  return async (id) => {
    const shop = await findShop(pool, id);
    const make = shop && PLATFORMS[shop.platform];
    if (!shop || !make) {
      throw new Failure('shop_unknown', `Shop "${id}" is not connected.`, {
        nextStep: 'Connect the shop again, then replay.',
      });
    }
    const known = open.get(id);
    if (known?.sealed === shop.sealedSecrets) return { shop, ...known.platform };
    const { accessToken } = await openShopSecrets(vault, shop);
    const platform = make(shop.apiUrl, accessToken);
    open.set(id, { sealed: shop.sealedSecrets, platform });
    return { shop, ...platform };
  };
}

/** The record key of an id that another record of the same shop named. */
export function keyIn(open: OpenShop, kind: string, id: string): RecordKey {
  return recordKey(open.shop.id, kind, id);
}
