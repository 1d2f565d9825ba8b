import { receive } from '../accept/clarity/receive.ts';
import { hear } from '../compose/shops/clarity/hear.ts';
import { pathsShape } from '../compose/shops/clarity/paths.ts';
import { createClarityReader } from '../compose/shops/clarity/reader.ts';
import { accessOf, tryAccess } from './clarity/access.ts';
import { connectShape } from './clarity/connection.ts';
import { form } from './clarity/form.ts';
import type { Platform } from './platform.ts';

/**
 * Shops on the Clarity eCommerce framework, by the contract that Cartbridge publishes for them. It
 * has no call for webhooks: the shop's owner sets the one up, or Cartbridge asks for what changed.
 */
export const clarity: Platform = {
  ...{ id: 'clarity', label: 'Clarity eCommerce', receive, connectShape, tryAccess, form },
  open: (shop, secrets) => ({
    reader: createClarityReader({
      ...{ apiUrl: shop.apiUrl, access: accessOf(shop, secrets) },
      settings: {
        ...{ name: shop.name, storefrontUrl: shop.storefrontUrl },
        ...{ currency: shop.currency, timeZone: shop.timeZone },
        paths: pathsShape.catch({}).parse(shop.settings.paths),
      },
    }),
    hear,
  }),
};
