import { z } from 'zod';
import type { Queryable } from './database/pool.ts';
import type { OrgId, ShopId } from './ids.ts';
import type { Vault } from './secrets.ts';

/** A connected store, as its row says; secrets come separately (`openShopSecrets`). */
export interface Shop {
  id: ShopId;
  orgId: OrgId;
  /** By which `platforms/` knows how to speak with it. */
  platform: string;
  /** What people call the platform; its id until the shop was opened. */
  label: string;
  apiUrl: string;
  /** What the platform calls the store in its webhooks, such as `stores/abc123`. */
  producer: string;
  name: string;
  storefrontUrl: string;
  currency: string;
  /** Where the shop delivers to; empty for a shop connected before this was kept. */
  webhookUrl: string;
  /** IANA; `UTC` when the shop did not tell. */
  timeZone: string;
  /** What else is kept of the connection, the platform's own choices among it; never a secret. */
  settings: Record<string, unknown>;
  sealedSecrets: string;
}

const secretsShape = z.object({
  /** What the shop lets us in with, under names the platform chooses. */
  api: z.record(z.string(), z.string()),
  /** Sign deliveries; newest first, older ones stay valid while the shop rotates. */
  clientSecrets: z.array(z.string()),
  /** Come back to us in a header with every delivery; newest first. */
  webhookSecrets: z.array(z.string()),
});
export type ShopSecrets = z.infer<typeof secretsShape>;

/** As secrets were sealed while there was one platform; connecting again seals them anew. */
const formerShape = z
  .object({
    accessToken: z.string(),
    clientSecrets: z.array(z.string()),
    webhookSecrets: z.array(z.string()),
  })
  .transform(({ accessToken, ...proofs }): ShopSecrets => ({ api: { accessToken }, ...proofs }));

const COLUMNS = `id, org_id as "orgId", platform, platform as label, api_url as "apiUrl", producer,
  name, storefront_url as "storefrontUrl", currency, settings,
  coalesce(settings->>'webhookUrl', '') as "webhookUrl",
  coalesce(nullif(settings->>'timeZone', ''), 'UTC') as "timeZone", secrets as "sealedSecrets"`;

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

/**
 * Keeps what the shop said of the hooks we need, for the screens; none wanted where people set them
 * up in the shop themselves.
 */
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
  return secretsShape.or(formerShape).parse(await vault.open(shop.orgId, shop.sealedSecrets));
}
