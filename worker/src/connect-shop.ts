import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { HookReport } from './compose/shops/bigcommerce/hooks.ts';
import { createBigCommerceReader } from './compose/shops/bigcommerce/reader.ts';
import type { ShopInfo } from './compose/shops/shop-reader.ts';
import { takeTurn } from './shared/database/locks.ts';
import { transaction, type Client, type Pool } from './shared/database/pool.ts';
import { Failure } from './shared/failure.ts';
import type { OrgId } from './shared/ids.ts';
import type { Vault } from './shared/secrets.ts';
import { findShop, openShopSecrets, type ShopSecrets } from './shared/shops.ts';
import { putHooksRight } from './shop-hooks.ts';

export const shopShape = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]+$/),
  platform: z.literal('bigcommerce'),
  apiUrl: z.url(),
  storeHash: z.string().min(1),
  accessToken: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Where the shop delivers to: our `/webhooks/bigcommerce/<shop id>` as the shop sees it. */
  webhookUrl: z.url(),
});
export type ShopToSave = z.infer<typeof shopShape>;

/**
 * Connects a shop to an org that is connected, or brings it up to date; safe to repeat, and to run
 * twice at a time. Throws a Failure of a `shop_` kind: when the shop refuses before anything is
 * saved, when it is another org's, and when it is saved but its hooks could not be made.
 */
export async function saveShop(
  pool: Pool,
  vault: Vault,
  org: OrgId,
  shop: ShopToSave,
): Promise<HookReport> {
  const { apiUrl, accessToken } = shop;
  const info = await createBigCommerceReader({ apiUrl, accessToken }).readShop();
  // In turns: of two first secrets only one would be kept, and the hooks might have the other.
  const secrets = await transaction(pool, async (client) => {
    await takeTurn(client, 'shop', shop.id);
    return save(client, vault, { org, shop, info });
  });
  return putHooksRight(pool, shop, secrets);
}

async function save(
  client: Client,
  vault: Vault,
  { org, shop, info }: { org: OrgId; shop: ShopToSave; info: ShopInfo },
): Promise<ShopSecrets> {
  const secrets = await nextSecrets(client, vault, org, shop);
  await client.query(
    `insert into cartbridge.shop
       (id, org_id, platform, api_url, producer, name, storefront_url, currency, secrets, settings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (id) do update set
       api_url = excluded.api_url, producer = excluded.producer, name = excluded.name,
       storefront_url = excluded.storefront_url, currency = excluded.currency,
       secrets = excluded.secrets,
       settings = shop.settings - 'unreachable' || excluded.settings`,
    [
      shop.id,
      org,
      shop.platform,
      shop.apiUrl,
      `stores/${shop.storeHash}`,
      info.name,
      info.url,
      info.currency,
      await vault.seal(org, secrets),
      { webhookUrl: shop.webhookUrl, timeZone: info.timeZone, country: info.country },
    ],
  );
  return secrets;
}

/**
 * A shop that is connected again keeps its webhook secret, and its former client secret for the
 * deliveries that were signed with it and are still being retried.
 */
async function nextSecrets(
  client: Client,
  vault: Vault,
  org: OrgId,
  { id, accessToken, clientSecret }: ShopToSave,
): Promise<ShopSecrets> {
  const known = await findShop(client, id);
  if (known && known.orgId !== org) {
    throw new Failure('shop_unknown', `Shop "${id}" is connected to another Salesforce org.`, {
      nextStep: 'Disconnect it there first.',
    });
  }
  const before = known && (await openShopSecrets(vault, known));
  return {
    accessToken,
    clientSecrets: [...new Set([clientSecret, ...(before?.clientSecrets ?? [])])].slice(0, 2),
    webhookSecrets: before?.webhookSecrets ?? [randomBytes(32).toString('base64url')],
  };
}
