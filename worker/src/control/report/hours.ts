import type { Pool } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';

/** What happened in one hour. */
export interface Hour {
  /** Its beginning. */
  hour: Date;
  received: number;
  written: number;
  parked: number;
  apiCalls: number;
}

/** Counts the hours that may still have changed since they were last counted. */
export async function countHours(pool: Pool, org: OrgId): Promise<void> {
  await pool.query(
    `with since as (
       select greatest(
         date_trunc('hour', now()) - interval '23 hours',
         coalesce((select max(hour) - interval '1 hour' from cartbridge.hour where org_id = $1),
                  '-infinity')) as hour
     ), counted as (
       select date_trunc('hour', received_at) as hour, 1 as received, 0 as written, 0 as parked
       from cartbridge.event
       where org_id = $1 and received_at >= (select hour from since)
         and scope <> 'cartbridge/reapply'
       union all
       select date_trunc('hour', settled_at), 0, (state = 'done')::int, (state = 'parked')::int
       from cartbridge.event
       where org_id = $1 and settled_at >= (select hour from since) and record_key is not null
     )
     insert into cartbridge.hour (org_id, hour, received, written, parked)
     select $1, hour, sum(received), sum(written), sum(parked) from counted group by hour
     on conflict (org_id, hour) do update set
       received = excluded.received, written = excluded.written, parked = excluded.parked`,
    [org],
  );
  await pool.query(
    `delete from cartbridge.hour where org_id = $1 and hour < now() - interval '7 days'`,
    [org],
  );
}

/** The last 24 hours, the present one last; hours in which nothing happened are there too. */
export async function lastDay(pool: Pool, org: OrgId): Promise<Hour[]> {
  const { rows } = await pool.query<Hour>(
    `select day.hour, coalesce(received, 0) as received, coalesce(written, 0) as written,
            coalesce(parked, 0) as parked, coalesce(api_calls, 0) as "apiCalls"
     from generate_series(date_trunc('hour', now()) - interval '23 hours',
                          date_trunc('hour', now()), interval '1 hour') as day (hour)
     left join cartbridge.hour on hour.org_id = $1 and hour.hour = day.hour
     order by day.hour`,
    [org],
  );
  return rows;
}
