import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';

/**
 * What people in Salesforce wait for, in one text to compare: shops and how they are connected, how
 * much was put aside, which fields went away, whether all of it stands still. Cheap enough to be asked every few seconds.
 */
export async function urgentNews(db: Queryable, org: OrgId): Promise<string> {
  const { rows } = await db.query<{ news: string }>(
    `select concat_ws(' ',
       (select string_agg(id || settings::text, ',' order by id)
        from cartbridge.shop where org_id = $1),
       (select count(*) from cartbridge.event where org_id = $1 and state = 'parked'),
       (select max(id) from cartbridge.event where org_id = $1 and state = 'parked'),
       (select string_agg(object || '.' || field, ',' order by object, field)
        from cartbridge.paused_field where org_id = $1),
       (select paused_reason from cartbridge.org where id = $1 and paused_until > now())
     ) as news`,
    [org],
  );
  return rows[0]?.news ?? '';
}
