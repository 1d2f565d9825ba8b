import type { Row } from '../../deliver/row.ts';
import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId, ShopId } from '../../shared/ids.ts';

/** How a shop is doing. */
export interface ShopHealth {
  id: ShopId;
  name: string;
  lastSuccessAt: Date | null;
  /** As the shop last said; null before it was asked. */
  hooks: { alive: number; wanted: number; checkedAt: string } | null;
  /** Why the shop could not be asked, in one sentence. */
  unreachable: string | null;
}

/** Keeps when each shop's news last reached Salesforce; its events are forgotten after a week. */
export async function bookSuccesses(db: Queryable, org: OrgId): Promise<void> {
  await db.query(
    `update cartbridge.shop set last_success_at = latest.at
     from (select shop_id, max(settled_at) as at from cartbridge.event
           where org_id = $1 and state = 'done' and settled_at > now() - interval '1 hour'
           group by shop_id) as latest
     where id = latest.shop_id and last_success_at is distinct from latest.at`,
    [org],
  );
}

export async function findShopHealth(db: Queryable, org: OrgId): Promise<ShopHealth[]> {
  const { rows } = await db.query<ShopHealth>(
    `select id, coalesce(nullif(name, ''), id) as name, last_success_at as "lastSuccessAt",
            settings->'hooks' as hooks, settings->>'unreachable' as unreachable
     from cartbridge.shop where org_id = $1 order by id`,
    [org],
  );
  return rows;
}

/** Health on the shop's own record. The rest of it is written with its first order or cart. */
export function shopHealthRow({ id, name, lastSuccessAt, hooks, unreachable }: ShopHealth): Row {
  return {
    object: 'Shop__c',
    key: id,
    target: { field: 'Shop_Key__c', value: id },
    fields: {
      Name: name,
      Status__c: unreachable ? 'Reconnect Needed' : 'Connected',
      ...(lastSuccessAt && { Last_Success_At__c: lastSuccessAt.toISOString() }),
      ...(hooks && {
        Hooks_Alive__c: hooks.alive,
        Hooks_Wanted__c: hooks.wanted,
        Hooks_Checked_At__c: hooks.checkedAt,
      }),
    },
    references: {},
  };
}
