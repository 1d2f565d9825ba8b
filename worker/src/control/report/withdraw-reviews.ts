import type { PgBoss } from 'pg-boss';
import { replayParked } from '../../buffer/parked.ts';
import type { Evidence } from '../../compose/people/matching/reviews.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { fatesOf } from '../../deliver/salesforce/fates.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { OrgId, SalesforceId } from '../../shared/ids.ts';

/**
 * Withdraws the reviews whose doubt is gone: the shopper is linked meanwhile, or the second of their
 * records is no longer there. Events that waited for them go on.
 */
export async function withdrawReviews(pool: Pool, boss: PgBoss, org: OrgId): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `update cartbridge.match_review as review set status = 'Withdrawn', decided_at = now()
     from cartbridge.person
     where review.org_id = $1 and review.status = 'Open' and person.id = review.person_id
       and case when review.reason = 'Same Shopper Twice'
             then not exists (select from cartbridge.former_link
                              where former_link.person_id = person.id and why = 'Surplus')
             else person.salesforce_id is not null end
     returning review.id`,
    [org],
  );
  if (rows.length > 0) await replayParked(pool, boss, { org, reviews: rows.map(({ id }) => id) });
}

/**
 * Lets the events of reviews go on of which a candidate is not what it was: merged, converted or
 * deleted by people. Who the shopper is, is then looked at anew, and what is still in doubt waits
 * again with fresh evidence. One API call, and none where no review is open.
 */
export async function recheckReviews(
  pool: Pool,
  boss: PgBoss,
  client: SalesforceClient,
): Promise<void> {
  const org = client.org.id;
  const { rows } = await pool.query<{ id: string; evidence: Evidence }>(
    `select id, evidence from cartbridge.match_review
     where org_id = $1 and status = 'Open' and reason <> 'Same Shopper Twice'`,
    [org],
  );
  const ids = rows.flatMap(({ evidence }) => evidence.candidates.map(({ id }) => id));
  if (ids.length === 0) return;
  const fates = await fatesOf(client, new Set<SalesforceId>(ids));
  const isAsItWas = (id: SalesforceId): boolean => {
    const fate = fates.get(id);
    return fate?.is === 'here' && fate.id === id;
  };
  const doubtful = rows.filter(
    ({ evidence }) => !evidence.candidates.every(({ id }) => isAsItWas(id)),
  );
  if (doubtful.length === 0) return;
  await replayParked(pool, boss, { org, reviews: doubtful.map(({ id }) => id) });
}
