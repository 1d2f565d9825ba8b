import { afterEach } from 'vitest';
import type { ClarityAccess } from '../../../../src/compose/shops/clarity/client.ts';
import type { PathTable } from '../../../../src/compose/shops/clarity/paths.ts';
import { createClarityReader } from '../../../../src/compose/shops/clarity/reader.ts';
import type { ShopReader } from '../../../../src/compose/shops/shop-reader.ts';
import { RENAMED } from '../../../../stand-ins/clarity/names/renamed.ts';
import { startClarity, type LocalClarity } from '../../../../stand-ins/clarity/start.ts';
import { startSmallStore, type SmallStore, type StoreAnswer } from '../bigcommerce/small-store.ts';

export const SETTINGS = {
  ...{ paths: {} as PathTable, timeZone: 'America/Chicago', currency: 'USD' },
  ...{ name: 'Home & Garden', storefrontUrl: 'https://shop.example.com' },
};
export const API_KEY: ClarityAccess = { method: 'apiKey', header: 'x-api-key', apiKey: 'key-1' };

export interface SmallShop extends SmallStore {
  reader: ShopReader;
}

/** What a test may say of the shop and of how it is reached. */
export interface Wishes {
  access?: (url: string) => ClarityAccess;
  paths?: PathTable;
  now?: () => number;
}

/** Starts shops that answer what a test says, by path without query, and ends them after it. */
export function useSmallShops(): (
  routes: Record<string, StoreAnswer | ((query: URLSearchParams) => StoreAnswer)>,
  wishes?: Wishes,
) => Promise<SmallShop> {
  const open: SmallStore[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((shop) => shop.close()));
  });
  return async (routes, { access = () => API_KEY, paths = {}, now } = {}) => {
    const shop = await startSmallStore(({ rawPath }) => {
      const url = new URL(rawPath, 'http://shop');
      const route = routes[url.pathname.replace('/stores/abc123', '')];
      return typeof route === 'function' ? route(url.searchParams) : route;
    });
    open.push(shop);
    const reader = createClarityReader({
      ...{ apiUrl: shop.url, access: access(shop.url), settings: { ...SETTINGS, paths } },
      ...(now && { now }),
    });
    return { ...shop, reader };
  };
}

export interface LocalShop extends LocalClarity {
  reader: ShopReader;
  /** What somebody does in the shop; what came of it. */
  wish: (name: string, body: object) => Promise<Record<string, string>>;
}

/** Starts whole local shops, with the contract's names or with others, and ends them after a test. */
export function useLocalShops(): (renamed?: boolean) => Promise<LocalShop> {
  const open: LocalClarity[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((shop) => shop.close()));
  });
  return async (renamed = false) => {
    const shop = await startClarity({ renamed, quota: 10_000 });
    open.push(shop);
    const { clientId, clientSecret } = shop.identity;
    const access = { ...{ clientId, clientSecret }, tokenUrl: `${shop.url}/oauth/token` };
    const reader = createClarityReader({
      ...{ apiUrl: shop.url, access: { method: 'oauth', ...access } },
      settings: { ...SETTINGS, paths: renamed ? RENAMED : {} },
    });
    return {
      ...shop,
      reader,
      async wish(name, body) {
        const response = await fetch(`${shop.url}/__local__/shopper/${name}`, {
          ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
          body: JSON.stringify(body),
        });
        const text = await response.text();
        if (!response.ok) throw new Error(`The local shop refused ${name}: ${text}`);
        return (text === '' ? {} : JSON.parse(text)) as Record<string, string>;
      },
    };
  };
}
