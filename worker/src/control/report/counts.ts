import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';

/** How an org's events are doing this moment. */
export interface Counts {
  waiting: number;
  oldestWaitingAt: Date | null;
  parked: number;
  /** Match reviews that somebody must look at. */
  reviews: number;
  /** From an event's arrival to its being settled, over the last hour; null when nothing was. */
  p95Ms: number | null;
}

export async function countEvents(db: Queryable, org: OrgId): Promise<Counts> {
  const { rows } = await db.query<Counts>(
    `select
       (select count(*)::int from cartbridge.event where org_id = $1 and state = 'waiting') as waiting,
       (select min(received_at) from cartbridge.event where org_id = $1 and state = 'waiting')
         as "oldestWaitingAt",
       (select count(*)::int from cartbridge.event where org_id = $1 and state = 'parked') as parked,
       (select count(*)::int from cartbridge.match_review where org_id = $1 and status = 'Open')
         as reviews,
       (select round(percentile_cont(0.95) within group
          (order by extract(epoch from settled_at - received_at) * 1000))::int
        from cartbridge.event
        where org_id = $1 and state = 'done' and record_key is not null
          and scope <> 'cartbridge/reapply'
          and settled_at > now() - interval '1 hour') as "p95Ms"`,
    [org],
  );
  return rows[0] ?? { waiting: 0, oldestWaitingAt: null, parked: 0, reviews: 0, p95Ms: null };
}
