import { findShop, openShopSecrets, type Shop, type ShopSecrets } from '../shared/shops.ts';
import type { Pool } from '../shared/database/pool.ts';
import type { Vault } from '../shared/secrets.ts';

export interface KnownShop {
  shop: Shop;
  secrets: ShopSecrets;
}

/**
 * The shops of the connections table. A few seconds of memory keep a busy shop from asking the
 * database for the same row with every delivery; a rotated secret is known after as long. Strangers
 * are not remembered, so that they cannot fill the memory.
 */
export function createShopBook(
  pool: Pool,
  vault: Vault,
): (id: string) => Promise<KnownShop | undefined> {
  const REMEMBERED_MS = 5_000;
  const known = new Map<string, { entry: Promise<KnownShop | undefined>; until: number }>();

  async function load(id: string): Promise<KnownShop | undefined> {
    const shop = await findShop(pool, id);
    return shop && { shop, secrets: await openShopSecrets(vault, shop) };
  }

  return async (id) => {
    const remembered = known.get(id);
    if (remembered && remembered.until > Date.now()) return remembered.entry;
    const entry = load(id);
    known.set(id, { entry, until: Date.now() + REMEMBERED_MS });
    const forget = (): void => void known.delete(id);
    entry.then((shop) => shop ?? forget(), forget);
    return entry;
  };
}
