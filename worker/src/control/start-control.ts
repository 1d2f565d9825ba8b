import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { OpenShop } from '../compose/shops/open-shops.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import type { Platforms } from '../platforms/platform.ts';
import type { Pool } from '../shared/database/pool.ts';
import { asFailure } from '../shared/failure.ts';
import type { OrgId, ShopId } from '../shared/ids.ts';
import { describeFailure, type Log } from '../shared/log.ts';
import type { Vault } from '../shared/secrets.ts';
import type { InferenceSettings } from '../shared/settings.ts';
import { openDesk, type Desk } from './desk.ts';
import { dropLeases, LEASE_MS, takeLeases } from './lease.ts';
import { startPolling } from './polling/start-polling.ts';

export interface Controlling {
  pool: Pool;
  boss: PgBoss;
  vault: Vault;
  platforms: Platforms;
  log: Log;
  openShop: (id: ShopId) => Promise<OpenShop>;
  salesforceOf: (id: OrgId) => Promise<SalesforceClient>;
  /** Absent: there is no model to ask. */
  inference?: InferenceSettings;
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
  const closing = new Map<OrgId, Promise<void>>();
  const polling = startPolling(parts);
  let last = Promise.resolve();

  async function tick(): Promise<void> {
    const held = new Set(await takeLeases(parts.pool, holder));
    polling.keep(held);
    for (const id of desks.keys()) if (!held.has(id)) void close(id);
    for (const id of held) {
      // One org whose row cannot be read must not silence the orgs after it.
      await serve(id).catch((error: unknown) => {
        parts.log.error({ org: id, ...describeFailure(asFailure(error)) }, 'control.failed');
      });
    }
  }

  async function serve(id: OrgId): Promise<void> {
    const client = await salesforceOf(id);
    // A client is made anew when the org was connected anew: so must be what listens with it.
    if (desks.has(id) && desks.get(id)?.client !== client) void close(id);
    if (closing.has(id)) return;
    const desk = desks.get(id)?.desk ?? openDesk({ ...parts, client });
    desks.set(id, { client, desk });
    desk.tick();
  }

  /** Not to be waited for by a tick: meanwhile the leases of all other orgs would run out. */
  function close(id: OrgId): Promise<void> {
    const ended = (desks.get(id)?.desk.close() ?? Promise.resolve()).finally(() => {
      closing.delete(id);
    });
    desks.delete(id);
    closing.set(id, ended);
    return ended;
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
      // All at once: a desk that stays open for a slow one's sake would still begin something.
      for (const id of [...desks.keys()]) void close(id);
      await Promise.all([...closing.values(), polling.stop()]);
      await dropLeases(parts.pool, holder).catch(() => undefined);
    },
  };
}
