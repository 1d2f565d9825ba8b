import express from 'express';
import { createClock, type Clock } from '../kit/clock.ts';
import { createFaults, type Faults } from '../kit/faults.ts';
import { createJournal, type Journal } from '../kit/journal.ts';
import { createApp, listen } from '../kit/server.ts';
import { openStore } from '../kit/store.ts';
import { createStoreQuota } from './api/entry.ts';
import { watchAll } from './carts/abandonment.ts';
import { createDeliveries } from './hooks/deliveries.ts';
import type { DeliveryRow } from './hooks/hook-rows.ts';
import { originalRoutes } from './routes.ts';
import { seedShop } from './seed/seed.ts';
import { openRows, type Identity, type Shop } from './shop.ts';
import { createShoppers, type Shoppers } from './shoppers/shoppers.ts';

export interface BigCommerceOptions {
  /** 0 or none takes a free one. */
  port?: number;
  /** Keeps the state over a restart. */
  file?: string;
  storeHash?: string;
  accessToken?: string;
  clientId?: string;
  clientSecret?: string;
  /** False leaves the shop empty; otherwise it gets a catalogue and a few customers. */
  seed?: boolean;
  /** API calls in 30 s; 450 as on a Pro plan when absent. */
  quota?: number;
}

/** A running local shop. */
export interface LocalStore {
  /** Origin, for instance "http://127.0.0.1:4010". */
  url: string;
  /** `url` with "/stores/<hash>"; the API's "/v2" and "/v3" follow. */
  apiUrl: string;
  storeHash: string;
  accessToken: string;
  clientId: string;
  clientSecret: string;
  clock: Clock;
  faults: Faults;
  journal: Journal;
  shoppers: Shoppers;
  /** The last messages to hooks, oldest first. */
  deliveries: () => DeliveryRow[];
  /** Sends these messages again, one after the other in this order. */
  redeliver: (deliveryIds: string[]) => Promise<void>;
  hold: () => void;
  release: (order?: 'sent' | 'reversed') => Promise<void>;
  /** Resolves when no delivery is under way; a message waiting for its retry does not count. */
  settled: () => Promise<void>;
  /** Back to the state after the first start, hooks gone, clock on real time. */
  reset: () => Promise<void>;
  close: () => Promise<void>;
}

export async function startBigCommerce(options: BigCommerceOptions = {}): Promise<LocalStore> {
  const clock = createClock();
  const faults = createFaults();
  const journal = createJournal();
  const store = openStore(options.file);
  const rows = openRows(store);
  const identity: Identity = {
    url: '',
    storeHash: options.storeHash ?? 'abc123',
    storeId: 1_025_646,
    accessToken: options.accessToken ?? 'local-access-token',
    clientId: options.clientId ?? 'local-client-id',
    clientSecret: options.clientSecret ?? 'local-client-secret',
  };
  const next = (sequence: string, first?: number): number => store.next(sequence, first);
  const deliveries = createDeliveries({ identity, clock, rows, next });
  const shop: Shop = { identity, clock, rows, next, emit: deliveries.emit };
  const shoppers = createShoppers(shop);
  const quota = createStoreQuota(clock, options.quota ?? 450);

  function seedOnce(): void {
    const isNew = store.collection('shop').size === 0;
    store.collection<object>('shop').set('opened', { at: clock.now().toISOString() });
    if (isNew && options.seed !== false) seedShop(shop);
  }

  async function reset(): Promise<void> {
    // A timer that fires half-way would write into the fresh state.
    clock.reset();
    deliveries.reset();
    await deliveries.settled();
    clock.reset();
    store.reset();
    faults.clear();
    journal.clear();
    quota.reset();
    watchAll(shop);
    seedOnce();
  }

  const router = express.Router();
  router.use(originalRoutes(shop, { shoppers, deliveries, quota }));
  const server = await listen(
    createApp({ clock, faults, journal, reset }, router),
    options.port ?? 0,
  );
  identity.url = server.url;
  seedOnce();
  watchAll(shop);
  deliveries.resume();

  return {
    url: server.url,
    apiUrl: `${server.url}/stores/${identity.storeHash}`,
    storeHash: identity.storeHash,
    accessToken: identity.accessToken,
    clientId: identity.clientId,
    clientSecret: identity.clientSecret,
    clock,
    faults,
    journal,
    shoppers,
    deliveries: deliveries.list,
    redeliver: deliveries.redeliver,
    hold: deliveries.hold,
    release: deliveries.release,
    settled: deliveries.settled,
    reset,
    async close() {
      await server.close();
      await deliveries.stop();
      clock.reset();
      store.close();
    },
  };
}
