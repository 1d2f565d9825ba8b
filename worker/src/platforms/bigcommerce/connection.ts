import { z } from 'zod';
import { shopId } from '../shop-id.ts';
import type { ShopToSave } from '../platform.ts';

/** A store-level API account of a store. */
export const connectShape: z.ZodType<ShopToSave> = z
  .object({
    id: shopId,
    /** The API path of the store, with or without its version. */
    apiUrl: z.url(),
    storeHash: z.string().min(1),
    accessToken: z.string().min(1),
    clientSecret: z.string().min(1),
    webhookUrl: z.url(),
  })
  .transform(({ storeHash, accessToken, clientSecret, ...shop }) => ({
    ...shop,
    producer: producerOf(storeHash),
    secrets: { api: { accessToken }, clientSecrets: [clientSecret] },
    settings: {},
  }));

/** What a store calls itself in its webhooks. */
export function producerOf(storeHash: string): string {
  return `stores/${storeHash}`;
}
