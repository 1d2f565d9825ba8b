import type { RowProblem } from '#mapping-engine';
import type { Queryable } from '../../shared/database/pool.ts';
import type { Shop } from '../../shared/shops.ts';

/** Reasons are sentences of the engine; longer ones quote what an admin wrote. */
const LONGEST_REASON = 200;

interface Counted {
  target: string;
  field: string;
  reason: string;
  times: number;
}

/** Counts what a mapping could not say, so that an admin hears of it. Nothing where all was well. */
export async function countTroubles(
  db: Queryable,
  { id, orgId }: Shop,
  problems: Iterable<RowProblem>,
): Promise<void> {
  const counted = new Map<string, Counted>();
  for (const { target, field, reason: said } of problems) {
    const reason = said.slice(0, LONGEST_REASON);
    const key = JSON.stringify([target, field, reason]);
    counted.set(key, { target, field, reason, times: (counted.get(key)?.times ?? 0) + 1 });
  }
  if (counted.size === 0) return;
  // In one order everywhere: two workers that count the same rows must not wait for each other.
  const rows = [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  await db.query(
    `insert into cartbridge.mapping_trouble as known (shop_id, org_id, target, field, reason, times)
     select $1, $2, target, field, reason, times
     from unnest($3::text[], $4::text[], $5::text[], $6::int[])
       as news (target, field, reason, times)
     on conflict (shop_id, day, target, field, reason)
       do update set times = known.times + excluded.times`,
    [
      id,
      orgId,
      rows.map(({ target }) => target),
      rows.map(({ field }) => field),
      rows.map(({ reason }) => reason),
      rows.map(({ times }) => times),
    ],
  );
}
