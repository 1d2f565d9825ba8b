import type { PersonRecordObject } from '../../deliver/salesforce/person-records.ts';
import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';
import { instantOf, type Instant } from '../../shared/time.ts';

/** What is watched: leads and contacts, and accounts where the books have person accounts. */
export async function watchedObjects(db: Queryable, org: OrgId): Promise<PersonRecordObject[]> {
  const { rowCount } = await db.query(
    `select from cartbridge.person where org_id = $1 and object = 'Account' limit 1`,
    [org],
  );
  return rowCount ? ['Contact', 'Lead', 'Account'] : ['Contact', 'Lead'];
}

/** How far each object's changes were followed; an object watched for the first time begins now. */
export async function loadMarks(
  db: Queryable,
  org: OrgId,
  objects: PersonRecordObject[],
): Promise<Map<PersonRecordObject, Instant>> {
  await db.query(
    `insert into cartbridge.people_watch (org_id, object, followed_to)
     select $1, object, now() from unnest($2::text[]) as watched (object)
     on conflict do nothing`,
    [org, objects],
  );
  const { rows } = await db.query<{ object: PersonRecordObject; followedTo: Date }>(
    `select object, followed_to as "followedTo" from cartbridge.people_watch
     where org_id = $1 and object = any($2)`,
    [org, objects],
  );
  return new Map(rows.map(({ object, followedTo }) => [object, instantOf(followedTo)]));
}

/** Never back: two sweeps may end in another order than they began. */
export async function saveMark(
  db: Queryable,
  org: OrgId,
  object: PersonRecordObject,
  to: Instant,
): Promise<void> {
  await db.query(
    `update cartbridge.people_watch set followed_to = greatest(followed_to, $3::timestamptz)
     where org_id = $1 and object = $2`,
    [org, object, to],
  );
}
