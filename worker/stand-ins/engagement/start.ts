import express from 'express';
import { createClock, type Clock } from '../kit/clock.ts';
import { createFaults, type Faults } from '../kit/faults.ts';
import { createJournal, type Journal } from '../kit/journal.ts';
import { createApp, listen, type Listening } from '../kit/server.ts';
import { openStore } from '../kit/store.ts';
import { createEntrance } from './api/entrance.ts';
import { createConnector, type ConnectorStatus } from './connector/connector.ts';
import { connectSalesforce, type SalesforceLogin } from './connector/salesforce.ts';
import { localRoutes } from './local-routes.ts';
import type { SentMail } from './programs/model.ts';
import { runPrograms } from './programs/runner.ts';
import { follow, type Recipe } from './recipes/recipe.ts';
import { apiRoutes } from './routes.ts';
import { createSchedule } from './schedule.ts';
import { openUnit } from './unit.ts';
import type { Settings } from './rows.ts';

export interface EngagementOptions {
  /** 0, or none, takes a free one. */
  port?: number;
  /** Keeps the state over a restart; in memory only when absent. */
  file?: string;
  /** The org next door, and the connector user's token. */
  salesforce: SalesforceLogin;
  /** The package's namespace in that org; none when absent or empty. */
  namespace?: string;
  /** `0Uv` and 12 or 15 more characters. */
  businessUnitId?: string;
  /** Users of the org who are users of the business unit; all when absent. */
  usernames?: string[];
  /** Installed at the start, and again after a reset. */
  recipes?: Recipe[];
}

/** A running business unit. */
export interface LocalBusinessUnit extends Listening {
  businessUnitId: string;
  clock: Clock;
  faults: Faults;
  journal: Journal;
  /** What the programs would have sent, oldest first. */
  outbox(): SentMail[];
  /** What the clock does every two minutes, now. */
  tick(): Promise<void>;
  status(): ConnectorStatus;
  /** Makes fields, lists and programs. Throws when a program's steps cannot be walked. */
  install(recipe: Recipe): void;
  changeSettings(changes: Partial<Settings>): void;
  setDailyLimit(limit: number): void;
  /** Back to the state after the first start. */
  reset(): Promise<void>;
}

const BUSINESS_UNIT = '0UvLB0000000001AAA';

export async function startEngagement(options: EngagementOptions): Promise<LocalBusinessUnit> {
  const { businessUnitId = BUSINESS_UNIT, namespace = '', salesforce } = options;
  const clock = createClock();
  const faults = createFaults();
  const journal = createJournal();
  const store = openStore(options.file);
  const { instanceUrl } = salesforce;
  const entrance = createEntrance({
    clock,
    businessUnitId,
    instanceUrl,
    ...(options.usernames && { usernames: options.usernames }),
  });

  let life = begin();

  function begin() {
    const unit = openUnit(store, clock);
    for (const recipe of options.recipes ?? []) follow(unit, recipe, namespace);
    const connector = createConnector(unit, connectSalesforce(salesforce));
    const schedule = createSchedule(clock, {
      async people() {
        await connector.syncPeople();
        runPrograms(unit);
      },
      customObjects: connector.syncCustomObjects,
      midnight: () => unit.members.refreshTimeBased(),
    });
    const actions = {
      status: connector.status,
      tick: schedule.tick,
      install: (recipe: Recipe) => follow(unit, recipe, namespace),
    };
    return {
      unit,
      connector,
      schedule,
      api: apiRoutes(unit, entrance),
      local: localRoutes(unit, entrance, actions),
    };
  }

  async function reset(): Promise<void> {
    clock.reset();
    await life.schedule.stop();
    clock.reset();
    store.reset();
    faults.clear();
    journal.clear();
    entrance.reset();
    life = begin();
  }

  const original = express.Router();
  original.use((request, response, next) => life.api(request, response, next));
  const app = express();
  app.disable('x-powered-by');
  app.use('/__local__', (request, response, next) => life.local(request, response, next));
  app.use(createApp({ clock, faults, journal, reset }, original));
  const listening = await listen(app, options.port ?? 0);

  return {
    url: listening.url,
    businessUnitId,
    clock,
    faults,
    journal,
    outbox: () => life.unit.rows.outbox.values(),
    tick: () => life.schedule.tick(),
    status: () => life.connector.status(),
    install: (recipe) => follow(life.unit, recipe, namespace),
    changeSettings: (changes) => life.unit.changeSettings(changes),
    setDailyLimit: entrance.setDailyLimit,
    reset,
    async close() {
      await listening.close();
      await life.schedule.stop();
      clock.reset();
      store.close();
    },
  };
}
