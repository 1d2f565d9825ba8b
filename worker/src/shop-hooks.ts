import type { HookReport } from './compose/shops/hook-report.ts';
import type { HookKeeper } from './platforms/platform.ts';
import type { Pool } from './shared/database/pool.ts';
import { rememberHooks, type Shop, type ShopSecrets } from './shared/shops.ts';

/** Makes or mends the shop's hooks, and keeps that they are on. Throws a Failure of a `shop_` kind. */
export async function putHooksRight(
  pool: Pool,
  hooks: HookKeeper,
  shop: Shop,
  secrets: ShopSecrets,
): Promise<HookReport> {
  const report = await hooks.ensure(shop, secrets);
  const wanted = report.created.length + report.updated.length + report.kept.length;
  await rememberHooks(pool, shop.id, { alive: wanted, wanted });
  return report;
}
