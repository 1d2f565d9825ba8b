import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SECRET_HEADER } from './accept/bigcommerce/prove.ts';
import { ensureHooks, type HookReport } from './compose/shops/bigcommerce/hooks.ts';
import { createBigCommerceReader } from './compose/shops/bigcommerce/reader.ts';
import type { Pool } from './shared/database/pool.ts';
import type { Vault } from './shared/secrets.ts';
import { findShop, openShopSecrets, type ShopSecrets } from './shared/shops.ts';

/** What connecting one org and one shop takes; the secrets end up encrypted in the database. */
export const connectionShape = z.object({
  org: z.object({
    id: z.string().min(1),
    name: z.string().min(1),
    /** Where tokens are asked for; with a client secret it must be the org's My Domain. */
    loginUrl: z.url(),
    /** `aud` of the JWT; the login address unless told. */
    audience: z.url().optional(),
    namespace: z.string().default(''),
    clientId: z.string().min(1),
    /** With a private key: JWT bearer. */
    username: z.string().optional(),
    privateKeyPem: z.string().optional(),
    /** Without one: client credentials. */
    clientSecret: z.string().optional(),
    settings: z.record(z.string(), z.unknown()).default({}),
  }),
  shop: z.object({
    id: z.string().regex(/^[A-Za-z0-9_-]+$/),
    platform: z.literal('bigcommerce'),
    apiUrl: z.url(),
    storeHash: z.string().min(1),
    accessToken: z.string().min(1),
    clientSecret: z.string().min(1),
    /** Where the shop delivers to: our `/webhooks/bigcommerce/<shop id>` as the shop sees it. */
    webhookUrl: z.url(),
  }),
});
export type Connection = z.infer<typeof connectionShape>;

/**
 * Connects one org and one shop, or brings them up to date; safe to repeat. Throws a Failure of a
 * `shop_` kind when the shop refuses.
 */
export async function connect(
  pool: Pool,
  vault: Vault,
  { org, shop }: Connection,
): Promise<HookReport> {
  await saveOrg(pool, vault, org);
  const { apiUrl, accessToken } = shop;
  const info = await createBigCommerceReader({ apiUrl, accessToken }).readShop();
  const secrets = await nextSecrets(pool, vault, shop);
  await pool.query(
    `insert into cartbridge.shop
       (id, org_id, platform, api_url, producer, name, storefront_url, currency, secrets)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set
       api_url = excluded.api_url, producer = excluded.producer, name = excluded.name,
       storefront_url = excluded.storefront_url, currency = excluded.currency,
       secrets = excluded.secrets
     where shop.org_id = excluded.org_id`,
    [
      shop.id,
      org.id,
      shop.platform,
      apiUrl,
      `stores/${shop.storeHash}`,
      info.name,
      info.url,
      info.currency,
      await vault.seal(org.id, secrets),
    ],
  );
  const value = secrets.webhookSecrets[0] ?? '';
  return ensureHooks({
    apiUrl,
    accessToken,
    destination: shop.webhookUrl,
    secretHeader: { name: SECRET_HEADER, value },
  });
}

async function saveOrg(pool: Pool, vault: Vault, org: Connection['org']): Promise<void> {
  const { clientId, username, privateKeyPem, clientSecret, loginUrl } = org;
  const credentials =
    privateKeyPem && username
      ? {
          flow: 'jwt_bearer',
          clientId,
          username,
          privateKeyPem,
          audience: org.audience ?? loginUrl,
        }
      : { flow: 'client_credentials', clientId, clientSecret };
  await pool.query(
    `insert into cartbridge.org (id, name, login_url, namespace, credentials, settings)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set
       name = excluded.name, login_url = excluded.login_url, namespace = excluded.namespace,
       credentials = excluded.credentials, settings = excluded.settings,
       paused_until = null, paused_reason = null`,
    [
      org.id,
      org.name,
      loginUrl.replace(/\/$/, ''),
      org.namespace,
      await vault.seal(org.id, credentials),
      org.settings,
    ],
  );
}

/**
 * A shop that is connected again keeps its webhook secret, and its former client secret for the
 * deliveries that were signed with it and are still being retried.
 */
async function nextSecrets(
  pool: Pool,
  vault: Vault,
  { id, accessToken, clientSecret }: Connection['shop'],
): Promise<ShopSecrets> {
  const known = await findShop(pool, id);
  const before = known && (await openShopSecrets(vault, known));
  return {
    accessToken,
    clientSecrets: [...new Set([clientSecret, ...(before?.clientSecrets ?? [])])].slice(0, 2),
    webhookSecrets: before?.webhookSecrets ?? [randomBytes(32).toString('base64url')],
  };
}
