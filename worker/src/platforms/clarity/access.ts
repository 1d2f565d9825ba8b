import { z } from 'zod';
import type { ClarityAccess } from '../../compose/shops/clarity/client.ts';
import type { ShopInfo, ShopReader } from '../../compose/shops/shop-reader.ts';
import { Failure } from '../../shared/failure.ts';
import type { Shop, ShopSecrets } from '../../shared/shops.ts';
import type { Tried } from '../platform.ts';
import { failureOf, lackingOf } from '../try-access.ts';

/** What Cartbridge reads, under the names of the published contract. */
const KINDS = ['order', 'customer', 'cart', 'product', 'shipment', 'return'] as const;

/** Tries the access on the list of each kind; an address where no shop is fails at the last call. */
export async function tryAccess(reader: ShopReader): Promise<Tried> {
  let info: ShopInfo | null = null;
  const lists = KINDS.map((kind) => ({
    name: `${kind}s`,
    ask: () => failureOf(reader.newestIds(kind, 1)),
  }));
  const shop = () => failureOf(reader.readShop().then((told) => (info = told)));
  const lacks = await lackingOf([...lists, { name: 'shop', ask: shop }]);
  return { info, lacks };
}

const settingsShape = z.discriminatedUnion('method', [
  z.object({ method: z.literal('oauth'), tokenUrl: z.string(), scope: z.string().optional() }),
  z.object({ method: z.literal('apiKey'), header: z.string() }),
]);

/** Settings and secrets of the row, put together again. */
export function accessOf({ id, settings }: Shop, { api }: ShopSecrets): ClarityAccess {
  const { data } = settingsShape.safeParse(settings.access);
  if (!data) {
    throw new Failure('shop_auth', `Nobody told how to call shop "${id}".`, {
      nextStep: 'Connect the shop again.',
    });
  }
  const { clientId = '', clientSecret = '', apiKey = '' } = api;
  return data.method === 'apiKey' ? { ...data, apiKey } : { ...data, clientId, clientSecret };
}
