import { afterEach, expect } from 'vitest';
import { createBigCommerceReader } from '../../../../src/compose/shops/bigcommerce/reader.ts';
import type { Read, ShopReader } from '../../../../src/compose/shops/shop-reader.ts';
import {
  startSmallStore,
  type SmallStore,
  type StoreAnswer,
  type StoreRequest,
} from './small-store.ts';

export interface UsedStore extends SmallStore {
  reader: ShopReader;
}

/** What the store answers, by path without query. */
export type Routes = Record<string, StoreAnswer | ((request: StoreRequest) => StoreAnswer)>;

/** Starts stores with readers, and stops them after each test. */
export function useStores(): (routes: Routes, now?: () => number) => Promise<UsedStore> {
  const open: SmallStore[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
  });
  return async (routes, now) => {
    const store = await startSmallStore((request) => {
      const [path = ''] = request.path.split('?');
      const route = routes[path];
      return typeof route === 'function' ? route(request) : route;
    });
    open.push(store);
    const options = { apiUrl: store.url, accessToken: 'token-1', ...(now && { now }) };
    return { ...store, reader: createBigCommerceReader(options) };
  };
}

/** The record, or an error that says what came instead. */
export function found<Found>(read: Read<Found> | undefined): Found {
  if (read && 'found' in read) return read.found;
  if (read && 'failed' in read) throw read.failed;
  throw new Error(read ? 'The record is missing.' : 'The id was not answered.');
}

/** Equals every record that has these values, whatever else it has. */
export function containing(values: object): unknown {
  return expect.objectContaining(values);
}

/** The kind of the failure; undefined when there was none. */
export function failureKind<Found>(read: Read<Found> | undefined): string | undefined {
  return read && 'failed' in read ? read.failed.kind : undefined;
}
