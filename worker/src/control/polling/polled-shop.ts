import type { Queryable } from '../../shared/database/pool.ts';
import { IDLE_MINUTES, idleMinutes } from '../../shared/idle-minutes.ts';
import type { OrgId, ShopId } from '../../shared/ids.ts';

/** A shop that this process has to ask, or to watch the carts of. */
export interface PolledShop {
  id: ShopId;
  orgId: OrgId;
  /** Whether it is asked what changed; otherwise it tells, of everything but abandoned carts. */
  isAsked: boolean;
  /** After so many minutes a cart that nobody touched counts as abandoned. */
  idleMinutes: number;
}

/**
 * The shops of these orgs that are asked (`feed`), and those that tell by webhooks but not of
 * abandoned carts, as an admin said (`watchesCarts`).
 */
export async function findPolledShops(db: Queryable, orgs: OrgId[]): Promise<PolledShop[]> {
  const { rows } = await db.query<Omit<PolledShop, 'idleMinutes'> & { idle: unknown }>(
    `select id, org_id as "orgId", settings->>'feed' is not distinct from 'polling' as "isAsked",
            settings->'idleMinutes' as idle
     from cartbridge.shop
     where org_id = any($1) and (settings->>'feed' = 'polling' or settings->>'watchesCarts' = 'true')`,
    [orgs],
  );
  return rows.map(({ idle, ...shop }) => ({
    ...shop,
    idleMinutes: idleMinutes.safeParse(idle).data ?? IDLE_MINUTES,
  }));
}
