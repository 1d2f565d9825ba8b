import express from 'express';
import { createClock, type Clock } from '../kit/clock.ts';
import { createFaults, type Faults } from '../kit/faults.ts';
import { createJournal, type Journal } from '../kit/journal.ts';
import { createApp, listen } from '../kit/server.ts';
import { openStore } from '../kit/store.ts';
import { checkAccess, tokenRoutes } from './api/access.ts';
import { answerRefusal, notFound } from './api/answers.ts';
import { createShopQuota } from './api/quota.ts';
import { readingRoutes } from './api/reading-routes.ts';
import { eventControlRoutes } from './events/control-routes.ts';
import { createDeliveries } from './events/deliveries.ts';
import { installationOf, newSecret, setUp, type Installation } from './installation.ts';
import { rename } from './names/rename.ts';
import { watchAll } from './records/abandonment.ts';
import { seedShop } from './seed/seed.ts';
import { openRows, type Identity, type Shop } from './shop.ts';
import { shopperRoutes } from './shoppers/control-routes.ts';

export interface ClarityOptions extends Partial<Omit<Identity, 'url'>> {
  /** 0 or none takes a free one. */
  port?: number;
  /** Keeps the state over a restart. */
  file?: string;
  /** Where events go at first; none: an installation without webhooks. */
  webhookUrl?: string;
  /** `whsec_…`; a new one when absent. */
  webhookSecret?: string;
  proof?: Installation['proof'];
  /** True: records use other names than the contract. */
  renamed?: boolean;
  /** False leaves the shop empty; otherwise it gets a catalogue and a few customers. */
  seed?: boolean;
  /** API calls in a minute; 600 when absent. */
  quota?: number;
}

/** A running local shop. */
export interface LocalClarity {
  /** Origin, for instance "http://127.0.0.1:4010"; the API's "/v1" and "/oauth/token" follow. */
  url: string;
  identity: Identity;
  clock: Clock;
  faults: Faults;
  journal: Journal;
  /** The newest secret that signs. */
  webhookSecret: () => string;
  /** Back to the state after the first start, clock on real time. */
  reset: () => Promise<void>;
  close: () => Promise<void>;
}

export async function startClarity(options: ClarityOptions = {}): Promise<LocalClarity> {
  const clock = createClock();
  const faults = createFaults();
  const journal = createJournal();
  const store = openStore(options.file);
  const rows = openRows(store);
  const identity: Identity = {
    url: '',
    shopId: options.shopId ?? 'home-and-garden',
    name: options.name ?? 'Home & Garden',
    timezone: options.timezone ?? 'America/Chicago',
    clientId: options.clientId ?? 'local-client-id',
    clientSecret: options.clientSecret ?? 'local-client-secret',
    apiKey: options.apiKey ?? 'local-api-key',
  };
  const next = (sequence: string, first?: number): number => store.next(sequence, first);
  const named = (kind: string, data: object): object =>
    installationOf(rows.installation).renamed ? rename(kind, data) : data;
  const deliveries = createDeliveries({ identity, clock, rows, next, named });
  const shop: Shop = { identity, clock, rows, next, emit: deliveries.emit };
  const quota = createShopQuota(clock, options.quota ?? 600);

  function open(): void {
    const isNew = rows.installation.size === 0;
    setUp(rows.installation, {
      webhookUrl: options.webhookUrl ?? null,
      proof: options.proof ?? { method: 'signature' },
      secrets: [{ secret: options.webhookSecret ?? newSecret(), endsAt: null }],
      renamed: options.renamed ?? false,
    });
    if (isNew && options.seed !== false) seedShop(shop);
    watchAll(shop);
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
    open();
  }

  const routes = express.Router();
  routes.use('/__local__', eventControlRoutes(shop, { deliveries, quota }), shopperRoutes(shop));
  routes.use(tokenRoutes(shop));
  routes.use('/v1', checkAccess(shop), quota.check, readingRoutes(shop, named));
  routes.use((request) => {
    throw notFound(`The shop has nothing at ${request.path}.`);
  });
  routes.use(answerRefusal);
  open();
  const app = createApp({ clock, faults, journal, reset }, routes);
  const server = await listen(app, options.port ?? 0);
  identity.url = server.url;
  deliveries.resume();

  return {
    ...{ url: server.url, identity, clock, faults, journal, reset },
    webhookSecret: () => installationOf(rows.installation).secrets[0]?.secret ?? '',
    async close() {
      await server.close();
      await deliveries.stop();
      clock.reset();
      store.close();
    },
  };
}
