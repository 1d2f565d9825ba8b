import { findShop, openShopSecrets, type Shop, type ShopSecrets } from '../shared/shops.ts';
import type { Pool } from '../shared/database/pool.ts';
import type { Vault } from '../shared/secrets.ts';

export interface KnownShop {
  shop: Shop;
  secrets: ShopSecrets;
}

/** What the table allows; anything else out of an address need not be asked for, and may not be text. */
const SHOP_ID = /^[A-Za-z0-9_-]+$/;

/**
 * The shops of the connections table. A few seconds of memory keep a busy shop from asking the
 * database for the same row with every delivery; a rotated secret is known after as long. Strangers
 * are not remembered, so that they cannot fill the memory.
 */
export function createShopBook(
  pool: Pool,
  vault: Vault,
  now: () => number = Date.now,
): (id: string) => Promise<KnownShop | undefined> {
  const REMEMBERED_MS = 5_000;
  const known = new Map<string, { entry: Promise<KnownShop | undefined>; until: number }>();

  async function load(id: string): Promise<KnownShop | undefined> {
    const shop = await findShop(pool, id);
    return shop && { shop, secrets: await openShopSecrets(vault, shop) };
  }

  return async (id) => {
    if (!SHOP_ID.test(id)) return undefined;
    const remembered = known.get(id);
    if (remembered && remembered.until > now()) return remembered.entry;
    const entry = load(id);
    known.set(id, { entry, until: now() + REMEMBERED_MS });
    const forget = (): void => void known.delete(id);
    entry.then((shop) => shop ?? forget(), forget);
    return entry;
  };
}
