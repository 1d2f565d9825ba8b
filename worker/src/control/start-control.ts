import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { OpenShop } from '../compose/shops/open-shops.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import type { Pool } from '../shared/database/pool.ts';
import { asFailure } from '../shared/failure.ts';
import type { OrgId, ShopId } from '../shared/ids.ts';
import { describeFailure, type Log } from '../shared/log.ts';
import type { Vault } from '../shared/secrets.ts';
import { openDesk, type Desk } from './desk.ts';
import { dropLeases, LEASE_MS, takeLeases } from './lease.ts';

export interface Controlling {
  pool: Pool;
  boss: PgBoss;
  vault: Vault;
  log: Log;
  openShop: (id: ShopId) => Promise<OpenShop>;
  salesforceOf: (id: OrgId) => Promise<SalesforceClient>;
}

export interface Control {
  /** Waits for what is under way, and leaves the orgs to other processes. */
  stop(): Promise<void>;
}

const TICK_MS = LEASE_MS / 6;

/**
 * Serves the screens in Salesforce: does what people ask for there, and tells how the worker is
 * doing. Of several processes each org is served by one.
 */
export function startControl({ salesforceOf, ...parts }: Controlling): Control {
  const holder = randomUUID();
  const desks = new Map<OrgId, { client: SalesforceClient; desk: Desk }>();
  let last = Promise.resolve();

  async function tick(): Promise<void> {
    const held = new Set(await takeLeases(parts.pool, holder));
    for (const [id, { desk }] of desks) if (!held.has(id)) await close(id, desk);
    for (const id of held) {
      const client = await salesforceOf(id);
      const known = desks.get(id);
      // A client is made anew when the org was connected anew: so must be what listens with it.
      if (known && known.client !== client) await close(id, known.desk);
      const desk = desks.get(id)?.desk ?? openDesk({ ...parts, client });
      desks.set(id, { client, desk });
      desk.tick();
    }
  }

  async function close(id: OrgId, desk: Desk): Promise<void> {
    desks.delete(id);
    await desk.close();
  }

  function next(): void {
    last = last.then(tick).catch((error: unknown) => {
      parts.log.error(describeFailure(asFailure(error)), 'control.failed');
    });
  }

  next();
  const timer = setInterval(next, TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await last;
      for (const [id, { desk }] of desks) await close(id, desk);
      await dropLeases(parts.pool, holder).catch(() => undefined);
    },
  };
}
