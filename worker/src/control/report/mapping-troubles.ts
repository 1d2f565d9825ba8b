import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';

/** Values of one field that a shop's mapping could not say since yesterday. */
export interface MappingTrouble {
  shop: string;
  target: string;
  field: string;
  times: number;
}

/** By shop, the most frequent first. */
export async function findMappingTroubles(db: Queryable, org: OrgId): Promise<MappingTrouble[]> {
  const { rows } = await db.query<MappingTrouble>(
    `select coalesce(nullif(shop.name, ''), shop.id) as shop, target, field, sum(times)::int as times
     from cartbridge.mapping_trouble
     join cartbridge.shop on shop.id = shop_id
     where mapping_trouble.org_id = $1 and day >= current_date - 1
     group by shop.id, target, field
     order by shop.id, times desc, target, field`,
    [org],
  );
  return rows;
}
