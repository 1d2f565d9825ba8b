import { SECRET_HEADER } from '../accept/bigcommerce/prove.ts';
import { receive } from '../accept/bigcommerce/receive.ts';
import { hear } from '../compose/shops/bigcommerce/heard.ts';
import { countHooks, ensureHooks, type HookOptions } from '../compose/shops/bigcommerce/hooks.ts';
import { createBigCommerceReader } from '../compose/shops/bigcommerce/reader.ts';
import type { Shop, ShopSecrets } from '../shared/shops.ts';
import { tryAccess } from './bigcommerce/access.ts';
import { connectShape } from './bigcommerce/connection.ts';
import { form } from './bigcommerce/form.ts';
import type { Platform } from './platform.ts';

/** Stores at bigcommerce.com: webhooks are made through the API, and bring ids only. */
export const bigcommerce: Platform = {
  ...{ id: 'bigcommerce', label: 'BigCommerce', receive, connectShape, tryAccess, form },
  open: ({ apiUrl }, { api: { accessToken = '' } }) => ({
    reader: createBigCommerceReader({ apiUrl, accessToken }),
    hear,
  }),
  hooks: {
    ensure: (shop, secrets) => ensureHooks(hookOptions(shop, secrets)),
    count: (shop, secrets) => countHooks(hookOptions(shop, secrets)),
  },
};

function hookOptions(
  { apiUrl, webhookUrl }: Shop,
  { api: { accessToken = '' }, webhookSecrets }: ShopSecrets,
): HookOptions {
  return {
    ...{ apiUrl, accessToken, destination: webhookUrl },
    secretHeader: { name: SECRET_HEADER, value: webhookSecrets[0] ?? '' },
  };
}
