import { SECRET_HEADER } from './accept/bigcommerce/prove.ts';
import {
  ensureHooks,
  type HookOptions,
  type HookReport,
} from './compose/shops/bigcommerce/hooks.ts';
import type { Pool } from './shared/database/pool.ts';
import { rememberHooks, type ShopSecrets } from './shared/shops.ts';

interface Shop {
  id: string;
  apiUrl: string;
  webhookUrl: string;
}

/** What it takes to ask a shop for its hooks, or to make them. */
export function hookOptions(
  { apiUrl, webhookUrl }: Shop,
  { accessToken, webhookSecrets }: Pick<ShopSecrets, 'accessToken' | 'webhookSecrets'>,
): HookOptions {
  return {
    ...{ apiUrl, accessToken, destination: webhookUrl },
    secretHeader: { name: SECRET_HEADER, value: webhookSecrets[0] ?? '' },
  };
}

/** Makes or mends the shop's hooks, and keeps that they are on. Throws a Failure of a `shop_` kind. */
export async function putHooksRight(
  pool: Pool,
  shop: Shop,
  secrets: Pick<ShopSecrets, 'accessToken' | 'webhookSecrets'>,
): Promise<HookReport> {
  const report = await ensureHooks(hookOptions(shop, secrets));
  const wanted = report.created.length + report.updated.length + report.kept.length;
  await rememberHooks(pool, shop.id, { alive: wanted, wanted });
  return report;
}
