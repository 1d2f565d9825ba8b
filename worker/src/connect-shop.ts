import { randomBytes } from 'node:crypto';
import { askShop } from './ask-shop.ts';
import type { HookReport } from './compose/shops/hook-report.ts';
import type { ShopInfo } from './compose/shops/shop-reader.ts';
import type { Platform, Platforms, ShopToSave } from './platforms/platform.ts';
import { takeTurn } from './shared/database/locks.ts';
import { transaction, type Client, type Pool } from './shared/database/pool.ts';
import { Failure } from './shared/failure.ts';
import type { OrgId, ShopId } from './shared/ids.ts';
import type { Vault } from './shared/secrets.ts';
import {
  findShop,
  openShopSecrets,
  rememberHooks,
  type Shop,
  type ShopSecrets,
} from './shared/shops.ts';
import { platformOf, type ShopConnection } from './shop-connection.ts';
import { putHooksRight } from './shop-hooks.ts';

export interface Connecting {
  pool: Pool;
  vault: Vault;
  platforms: Platforms;
}

/** What connecting a shop led to. */
export interface ConnectedShop {
  shop: Shop;
  /** Null: the shop's owner sets its webhooks up in the shop. */
  hooks: HookReport | null;
}

/**
 * Connects a shop to an org that is connected, or brings it up to date; safe to repeat, and to run
 * twice at a time. Throws a Failure of a `shop_` kind: when the shop refuses before anything is
 * saved (with `details.lacks` where it refuses in part), when it is another org's, and when it is
 * saved but its hooks could not be made.
 */
export async function saveShop(
  { pool, vault, platforms }: Connecting,
  org: OrgId,
  connection: ShopConnection,
): Promise<ConnectedShop> {
  const platform = platformOf(platforms, connection.platform);
  const toSave = platform.connectShape.parse(connection);
  const given = { webhookSecrets: [], ...toSave.secrets };
  const info = await askShop(platform, shopOf(platform, org, toSave), given);
  const shop = shopOf(platform, org, toSave, info);
  // In turns: of two first secrets only one would be kept, and the hooks might have the other.
  const secrets = await transaction(pool, async (client) => {
    await takeTurn(client, 'shop', shop.id);
    const next = await nextSecrets(client, vault, shop, toSave);
    await save(client, shop, await vault.seal(org, next));
    return next;
  });
  if (platform.hooks) {
    return { shop, hooks: await putHooksRight(pool, platform.hooks, shop, secrets) };
  }
  await rememberHooks(pool, shop.id, { alive: 0, wanted: 0 });
  return { shop, hooks: null };
}

/** The shop as its row will say. */
function shopOf(platform: Platform, org: OrgId, toSave: ShopToSave, info?: ShopInfo): Shop {
  const { id, apiUrl, webhookUrl, producer, facts } = toSave;
  const known = info ?? facts;
  const timeZone = known?.timeZone ?? 'UTC';
  return {
    ...{ id: id as ShopId, orgId: org, platform: platform.id, label: platform.label },
    ...{ apiUrl, webhookUrl, producer, timeZone, sealedSecrets: '' },
    ...{ name: known?.name ?? '', storefrontUrl: known?.url ?? '' },
    currency: known?.currency ?? '',
    settings: { ...toSave.settings, webhookUrl, timeZone, country: info?.country ?? null },
  };
}

async function save(client: Client, shop: Shop, sealed: string): Promise<void> {
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
      ...[shop.id, shop.orgId, shop.platform, shop.apiUrl, shop.producer],
      ...[shop.name, shop.storefrontUrl, shop.currency, sealed, shop.settings],
    ],
  );
}

/**
 * A shop that is connected again keeps the webhook secret we made, and its former secret of each
 * kind for the deliveries that were proven with it and are still being retried.
 */
async function nextSecrets(
  client: Client,
  vault: Vault,
  { id, orgId, platform }: Shop,
  { secrets }: ShopToSave,
): Promise<ShopSecrets> {
  const known = await findShop(client, id);
  if (known && (known.orgId !== orgId || known.platform !== platform)) {
    throw new Failure('shop_unknown', whoseElse(known, orgId), {
      nextStep: 'Disconnect it there first.',
    });
  }
  const before = known && (await openShopSecrets(vault, known));
  const { api, clientSecrets, webhookSecrets } = secrets;
  return {
    api,
    clientSecrets: withFormer(clientSecrets, before?.clientSecrets),
    webhookSecrets: webhookSecrets
      ? withFormer(webhookSecrets, before?.webhookSecrets)
      : (before?.webhookSecrets ?? [randomBytes(32).toString('base64url')]),
  };
}

function whoseElse({ id, orgId, platform }: Shop, org: OrgId): string {
  return orgId === org
    ? `Shop "${id}" is connected already, as one of another platform (${platform}).`
    : `Shop "${id}" is connected to another Salesforce org.`;
}

/** At least two: several that are given rotate already. */
function withFormer(given: string[], former: string[] = []): string[] {
  return [...new Set([...given, ...former])].slice(0, Math.max(2, given.length));
}
