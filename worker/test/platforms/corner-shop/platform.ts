import { z } from 'zod';
import { idleSince, laterOf, type Heard } from '../../../src/compose/shops/heard.ts';
import type { Hear } from '../../../src/compose/shops/open-shops.ts';
import { errorsOf, pasted } from '../../../src/platforms/form-errors.ts';
import type { Platform, ShopToSave } from '../../../src/platforms/platform.ts';
import type { ShopForm } from '../../../src/platforms/shop-form.ts';
import { shopId } from '../../../src/platforms/shop-id.ts';
import { createCornerReader } from './reader.ts';
import { receive } from './receive.ts';

/** Of its carts the shop only ever says that they changed: which ones are left is ours to find. */
const hear: Hear = (events) => {
  const heard: Heard = {};
  for (const event of events) {
    const at = idleSince(event);
    if (at) heard.abandonedAt = laterOf(heard.abandonedAt, at);
  }
  return heard;
};

const connectShape: z.ZodType<ShopToSave> = z
  .object({
    ...{ id: shopId, apiUrl: z.url(), webhookUrl: z.url() },
    ...{ apiKey: z.string().min(1), webhookSecret: z.string().min(16) },
  })
  .transform(({ apiKey, webhookSecret, ...shop }) => ({
    ...{ ...shop, producer: shop.apiUrl },
    secrets: { api: { apiKey }, clientSecrets: [webhookSecret], webhookSecrets: [] },
    settings: { watchesCarts: true, idleMinutes: 30 },
  }));

const typedShape = z.object({
  apiUrl: pasted('Enter the address of the shop.'),
  apiKey: pasted('Enter the key.'),
  webhookSecret: pasted('Enter the secret.'),
});

const form: ShopForm = {
  groups: [
    {
      fields: [
        { name: 'apiUrl', label: 'Address', hint: 'Where the shop answers.', kind: 'text' },
        { name: 'apiKey', label: 'Key', hint: 'Opens the shop.', kind: 'secret' },
        { name: 'webhookSecret', label: 'Secret', hint: 'Proves its news.', kind: 'secret' },
      ],
    },
  ],
  read(typed) {
    const { data, error } = typedShape.safeParse(typed);
    if (!data) return { errors: errorsOf(error) };
    const producer = data.apiUrl;
    return { read: { connection: data, producer, isUnique: true, idHint: 'ghent' } };
  },
  typedOf: ({ apiUrl }) => ({ apiUrl }),
  explain: ({ kind, message }) =>
    kind === 'shop_auth' ? { apiKey: 'The shop does not accept this key.' } : { form: message },
};

/** A platform that exists in these tests only: everything Cartbridge asks of one, and no more. */
export const cornerShop: Platform = {
  ...{ id: 'corner', label: 'Corner Shop', receive, connectShape, form },
  open: ({ apiUrl }, { api: { apiKey = '' } }) => ({
    reader: createCornerReader(apiUrl, apiKey),
    hear,
  }),
  tryAccess: async (reader) => ({ info: await reader.readShop(), lacks: [] }),
};
