import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { driveOrg, type OrgDriver } from '../../worker/test/journey/org-driver.ts';
import {
  driveStore,
  type BigCommerceStore,
} from '../../worker/test/journey/drivers/bigcommerce-store.ts';
import { removePostgresData } from '../lib/postgres.ts';
import { bigcommerceOf } from '../lib/stack-file.ts';
import { startStack, type Report, type Stack } from '../lib/stack.ts';
import { openWebhooks, type Webhooks } from './webhooks.ts';

export interface Bench {
  /** Of the stack's temporary folder. */
  home: string;
  stack: Stack;
  shop: BigCommerceStore;
  org: OrgDriver;
  webhooks: Webhooks;
  /** The bench's own connection; nobody else uses it. */
  db: pg.Client;
  report: Report;
  /** Rejects when a process ends that nobody had told to: waiting for it would be in vain. */
  death: Promise<never>;
  close(): Promise<void>;
}

/** More requests in 30 s than any run makes: the store's quota is not what is measured. */
const NO_QUOTA = 1_000_000;

/** A fresh stack whose PostgreSQL waits for the disk as a real one does. */
export async function openBench(report: Report, signal: AbortSignal): Promise<Bench> {
  const home = mkdtempSync(join(tmpdir(), 'cartbridge-bench-'));
  const forget = (): void => {
    removePostgresData(home);
    rmSync(home, { recursive: true, force: true });
  };
  const death = Promise.withResolvers<never>();
  // It may come while nobody waits for it yet.
  death.promise.catch(() => undefined);
  const onDeath = (reason: string): void => death.reject(new Error(reason));
  let stack: Stack;
  try {
    stack = await startStack({ home, durable: true, report, signal, onDeath });
  } catch (error) {
    forget();
    throw error;
  }
  const db = new pg.Client({ connectionString: stack.databaseUrl, application_name: 'bench' });
  // The server is stopped before anybody uses a lost connection again.
  db.on('error', () => undefined);
  async function close(): Promise<void> {
    await db.end().catch(() => undefined);
    await stack.stop();
    forget();
  }
  try {
    await db.connect();
    const shop = driveStore(bigcommerceOf(stack.description));
    const org = driveOrg(stack.description.salesforce);
    await shop.quota(NO_QUOTA);
    const webhooks = await openWebhooks(shop);
    return { home, stack, shop, org, webhooks, db, report, death: death.promise, close };
  } catch (error) {
    await close();
    throw error;
  }
}
