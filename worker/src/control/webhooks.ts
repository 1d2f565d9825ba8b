import { askShop } from '../ask-shop.ts';
import type { Platforms } from '../platforms/platform.ts';
import type { Pool } from '../shared/database/pool.ts';
import { asFailure, Failure } from '../shared/failure.ts';
import type { Vault } from '../shared/secrets.ts';
import { openShopSecrets, rememberHooks, type Shop, type ShopSecrets } from '../shared/shops.ts';
import { platformOf } from '../shop-connection.ts';
import { putHooksRight } from '../shop-hooks.ts';

interface Looking {
  pool: Pool;
  vault: Vault;
  platforms: Platforms;
}

/**
 * Asks the shop for its webhooks and keeps the answer, or that it refused us. A shop in which people
 * set them up is asked whether it still lets us in.
 * @returns why there was no answer, if there was none
 */
export async function checkWebhooks(
  { pool, vault, platforms }: Looking,
  shop: Shop,
): Promise<Failure | undefined> {
  try {
    const platform = platformOf(platforms, shop.platform);
    const secrets = await secretsOf(vault, shop);
    if (!platform.hooks) await askShop(platform, shop, secrets);
    const none = { alive: 0, wanted: 0 };
    await rememberHooks(pool, shop.id, (await platform.hooks?.count(shop, secrets)) ?? none);
    return undefined;
  } catch (error) {
    const failure = asFailure(error);
    // An outage passes by itself; a refused token does not.
    if (failure.kind === 'shop_auth') await rememberRefusal(pool, shop, failure.message);
    return failure;
  }
}

/**
 * @returns how many webhooks were made or put right; null where people set them up in the shop.
 * Throws a Failure of a `shop_` kind.
 */
export async function repairWebhooks(
  { pool, vault, platforms }: Looking,
  shop: Shop,
): Promise<number | null> {
  const { hooks } = platformOf(platforms, shop.platform);
  if (!hooks) return null;
  const report = await putHooksRight(pool, hooks, shop, await secretsOf(vault, shop));
  return report.created.length + report.updated.length;
}

/** Throws where nobody told us the hooks' destination: without it none can be ours. */
async function secretsOf(vault: Vault, shop: Shop): Promise<ShopSecrets> {
  if (!shop.webhookUrl) {
    throw new Failure(
      'shop_unknown',
      `Nobody told where shop "${shop.id}" delivers its webhooks.`,
      {
        nextStep: 'Connect the shop again.',
      },
    );
  }
  return openShopSecrets(vault, shop);
}

/** That the shop no longer lets us in, in one sentence for the screens. */
export async function rememberRefusal(
  pool: Pool,
  shop: Pick<Shop, 'id'>,
  unreachable: string,
): Promise<void> {
  await pool.query('update cartbridge.shop set settings = settings || $2 where id = $1', [
    shop.id,
    { unreachable },
  ]);
}

/** That it lets us in again. */
export async function forgetRefusal(pool: Pool, { id }: Pick<Shop, 'id'>): Promise<void> {
  await pool.query(
    `update cartbridge.shop set settings = settings - 'unreachable'
     where id = $1 and settings ? 'unreachable'`,
    [id],
  );
}
