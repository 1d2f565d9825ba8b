import { z } from 'zod';
import type { ShopReader } from '../../src/compose/shops/shop-reader.ts';
import type { Platform } from '../../src/platforms/platform.ts';

/** A platform whose shops are connected and opened, and nothing more. */
export const madeUp: Platform = {
  id: 'madeup',
  label: 'Made-up Market',
  receive: () => Promise.reject(new Error('Nobody delivers to it.')),
  open: (_, secrets) => ({ reader: readerOf(secrets.api.key ?? ''), hear: () => ({}) }),
  connectShape: z
    .object({ id: z.string(), key: z.string(), apiUrl: z.string().default('') })
    .transform(({ id, key, apiUrl }) => ({
      ...{ id, apiUrl, webhookUrl: '', producer: 'market', settings: {} },
      secrets: { api: { key }, clientSecrets: [], webhookSecrets: [key] },
    })),
  tryAccess: async (reader) => ({ info: await reader.readShop(), lacks: [] }),
  form: {
    groups: [],
    read: () => ({ errors: { form: 'Nobody fills it in.' } }),
    typedOf: () => ({}),
    explain: () => ({}),
  },
};

function readerOf(key: string): ShopReader {
  const nothing = <Found>(): Promise<Map<string, Found>> =>
    Promise.resolve(new Map<string, Found>());
  return {
    ...{ readOrders: nothing, readCustomers: nothing, readCarts: nothing, readProducts: nothing },
    ...{ readShipments: nothing, readReturns: nothing, newestIds: () => Promise.resolve([]) },
    newestOrderId: () => Promise.resolve(`read with ${key}`),
    readShop: () =>
      Promise.resolve({
        ...{ name: 'Market', url: 'https://market.example', currency: 'EUR' },
        ...{ timeZone: 'Europe/Brussels', country: 'BE' },
      }),
  };
}
