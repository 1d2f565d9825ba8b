import type { PgBoss } from 'pg-boss';
import type { OpenShop } from '../../compose/shops/open-shops.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { asFailure } from '../../shared/failure.ts';
import type { OrgId, ShopId } from '../../shared/ids.ts';
import { describeFailure, type Log } from '../../shared/log.ts';
import { sweepMet } from './poll-marks.ts';
import { findPolledShops, type PolledShop } from './polled-shop.ts';
import { takeTurn } from './take-turn.ts';

export interface PollingParts {
  pool: Pool;
  boss: PgBoss;
  log: Log;
  openShop: (id: ShopId) => Promise<OpenShop>;
}

export interface ShopPolling {
  /** Says whose shops are this process's to ask, from now on. */
  keep(orgs: ReadonlySet<OrgId>): void;
  /** Waits for the calls that are under way. */
  stop(): Promise<void>;
}

const TICK_MS = 10_000;
const INTERVAL_MS = 60_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const SWEEP_MS = 60 * 60_000;

/** How a shop is being asked. */
interface Asking {
  turn: Promise<void> | undefined;
  notBefore: number;
  failuresInARow: number;
}

/**
 * Asks the shops that do not tell by themselves, each at its own pace: one that is slow or away
 * holds up neither the others nor the people who wait for their jobs.
 */
export function startPolling(parts: PollingParts, tickMs = TICK_MS): ShopPolling {
  const { pool, log } = parts;
  const asking = new Map<ShopId, Asking>();
  let held: ReadonlySet<OrgId> = new Set();
  let stopped = false;
  let swept = 0;
  let last = Promise.resolve();

  async function tick(): Promise<void> {
    if (stopped || held.size === 0) return;
    const now = Date.now();
    const shops = await findPolledShops(pool, [...held]);
    for (const shop of shops) begin(shop, now);
    const listed = new Set(shops.map(({ id }) => id));
    for (const [id, { turn }] of asking) if (!turn && !listed.has(id)) asking.delete(id);
    if (now - swept < SWEEP_MS) return;
    swept = now;
    await sweepMet(pool);
  }

  function begin(shop: PolledShop, now: number): void {
    const mine = asking.get(shop.id) ?? { turn: undefined, notBefore: 0, failuresInARow: 0 };
    asking.set(shop.id, mine);
    if (mine.turn || mine.notBefore > now || stopped) return;
    mine.turn = takeTurn({ ...parts, goesOn: () => !stopped && held.has(shop.orgId) }, shop)
      .catch((error: unknown) => [asFailure(error)])
      .then((failures) => {
        for (const failure of failures)
          log.warn({ org: shop.orgId, shop: shop.id, ...describeFailure(failure) }, 'poll.failed');
        mine.failuresInARow = failures.length > 0 ? mine.failuresInARow + 1 : 0;
        const longer = Math.min(INTERVAL_MS * 2 ** mine.failuresInARow, LONGEST_WAIT_MS);
        const asked = Math.max(0, ...failures.map(({ retryAfterMs = 0 }) => retryAfterMs));
        mine.notBefore = Date.now() + Math.max(longer, asked);
        mine.turn = undefined;
      });
  }

  function next(): void {
    last = last.then(tick).catch((error: unknown) => {
      log.error(describeFailure(asFailure(error)), 'poll.failed');
    });
  }

  const timer = setInterval(next, tickMs);
  return {
    keep(orgs) {
      const isFirst = held.size === 0 && orgs.size > 0;
      held = new Set(orgs);
      if (isFirst) next();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
      await Promise.all([...asking.values()].flatMap(({ turn }) => turn ?? []));
    },
  };
}
