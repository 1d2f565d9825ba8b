import { z } from 'zod';
import type { Queryable } from './database/pool.ts';
import type { OrgId, ShopId } from './ids.ts';
import type { Vault } from './secrets.ts';

/** A connected store, as its row says; secrets come separately (`openShopSecrets`). */
export interface Shop {
  id: ShopId;
  orgId: OrgId;
  platform: string;
  apiUrl: string;
  /** What the platform calls the store in its webhooks, such as `stores/abc123`. */
  producer: string;
  name: string;
  storefrontUrl: string;
  currency: string;
  /** Where the shop delivers to; empty for a shop connected before this was kept. */
  webhookUrl: string;
  sealedSecrets: string;
}

const secretsShape = z.object({
  accessToken: z.string(),
  /** Newest first; older ones stay valid while the shop rotates. */
  clientSecrets: z.array(z.string()),
  /** Sent back to us in a header by every delivery of a hook we made; newest first. */
  webhookSecrets: z.array(z.string()).min(1),
});
export type ShopSecrets = z.infer<typeof secretsShape>;

const COLUMNS = `id, org_id as "orgId", platform, api_url as "apiUrl", producer, name,
  storefront_url as "storefrontUrl", currency, coalesce(settings->>'webhookUrl', '') as "webhookUrl",
  secrets as "sealedSecrets"`;

export async function findShop(db: Queryable, id: string): Promise<Shop | undefined> {
  const { rows } = await db.query<Shop>(`select ${COLUMNS} from cartbridge.shop where id = $1`, [
    id,
  ]);
  return rows[0];
}

export async function listShops(db: Queryable, org: OrgId): Promise<Shop[]> {
  const { rows } = await db.query<Shop>(
    `select ${COLUMNS} from cartbridge.shop where org_id = $1 order by id`,
    [org],
  );
  return rows;
}

/** Keeps what the shop said of the hooks we need, for the screens. */
export async function rememberHooks(
  db: Queryable,
  id: string,
  hooks: { alive: number; wanted: number },
): Promise<void> {
  const news = { hooks: { ...hooks, checkedAt: new Date().toISOString() } };
  await db.query(
    `update cartbridge.shop set settings = settings - 'unreachable' || $2 where id = $1`,
    [id, news],
  );
}

export async function openShopSecrets(vault: Vault, shop: Shop): Promise<ShopSecrets> {
  return secretsShape.parse(await vault.open(shop.orgId, shop.sealedSecrets));
}
