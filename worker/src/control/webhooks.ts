import { countHooks } from '../compose/shops/bigcommerce/hooks.ts';
import type { Pool } from '../shared/database/pool.ts';
import { asFailure, Failure } from '../shared/failure.ts';
import type { Vault } from '../shared/secrets.ts';
import { openShopSecrets, rememberHooks, type Shop, type ShopSecrets } from '../shared/shops.ts';
import { hookOptions, putHooksRight } from '../shop-hooks.ts';

/**
 * Asks the shop for its webhooks and keeps the answer, or that it refused us.
 * @returns why there was no answer, if there was none
 */
export async function checkWebhooks(
  pool: Pool,
  vault: Vault,
  shop: Shop,
): Promise<Failure | undefined> {
  try {
    await rememberHooks(
      pool,
      shop.id,
      await countHooks(hookOptions(shop, await secretsOf(vault, shop))),
    );
    return undefined;
  } catch (error) {
    const failure = asFailure(error);
    // An outage passes by itself; a refused token does not.
    if (failure.kind === 'shop_auth') await rememberRefusal(pool, shop, failure.message);
    return failure;
  }
}

/** @returns how many webhooks were made or put right. Throws a Failure of a `shop_` kind. */
export async function repairWebhooks(pool: Pool, vault: Vault, shop: Shop): Promise<number> {
  const { created, updated } = await putHooksRight(pool, shop, await secretsOf(vault, shop));
  return created.length + updated.length;
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

async function rememberRefusal(pool: Pool, shop: Shop, unreachable: string): Promise<void> {
  await pool.query('update cartbridge.shop set settings = settings || $2 where id = $1', [
    shop.id,
    { unreachable },
  ]);
}
