import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId, RecordKey, ShopId } from '../../shared/ids.ts';

/** What belongs to an order, by the keys of both. */
export interface PartOfOrder {
  key: RecordKey;
  orderKey: RecordKey;
}

/** Keeps which parts an order has, so that they follow where it goes. One query, however many. */
export async function enterParts(db: Queryable, org: OrgId, parts: PartOfOrder[]): Promise<void> {
  if (parts.length === 0) return;
  const orders = new Map(parts.map(({ key, orderKey }) => [key, orderKey]));
  await db.query(
    // In one order everywhere: two workers that enter the same parts must not wait for each other.
    `insert into cartbridge.order_part (key, org_id, order_key)
     select key, $1, order_key from unnest($2::text[], $3::text[]) as part (key, order_key)
     order by key
     on conflict (key) do update set order_key = excluded.order_key
       where order_part.order_key <> excluded.order_key`,
    [org, [...orders.keys()], [...orders.values()]],
  );
}

/** Parts of a kind that a shop told of, those with the highest ids first. */
export async function newestParts(
  db: Queryable,
  org: OrgId,
  shop: ShopId,
  kind: 'shipment' | 'return',
  most: number,
): Promise<RecordKey[]> {
  const { rows } = await db.query<{ key: RecordKey }>(
    `select key from cartbridge.order_part where org_id = $1 and starts_with(key, $2)
     order by length(key) desc, key desc limit $3`,
    [org, `${shop}:${kind}:`, most],
  );
  return rows.map(({ key }) => key);
}
