import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { rowName } from '../../deliver/row.ts';
import { writeRows } from '../../deliver/write-rows.ts';
import { fingerprint } from '../../deliver/written.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';
import { describeFailure, type Log } from '../../shared/log.ts';
import { reviewRow, type KnownReview } from './review-rows.ts';

/** Makes the match reviews in Salesforce say what the books do. Only what changed is written. */
export async function tellReviews(pool: Pool, client: SalesforceClient, log: Log): Promise<void> {
  const { org } = client;
  const rows = new Map(
    (await untoldReviews(pool, org.id)).flatMap((review) => {
      const row = reviewRow(review);
      return fingerprint(row) === review.told ? [] : [[review.id, row] as const];
    }),
  );
  if (rows.size === 0) return;
  const results = await writeRows(client, [...rows.values()], { kind: 'issue', ids: [] });
  const told = [...rows.values()].filter((row) => results.get(rowName(row))?.written);
  await pool.query(
    `update cartbridge.match_review set told = news.mark
     from unnest($1::uuid[], $2::text[]) as news (id, mark) where match_review.id = news.id`,
    [told.map(({ key }) => key), told.map(fingerprint)],
  );
  const refused = [...results.values()].flatMap((result) => (result.written ? [] : result));
  const [first] = refused;
  if (!first) return;
  const reviews = refused.length;
  log.warn({ org: org.id, reviews, ...describeFailure(first.failure) }, 'review.refused');
}

/**
 * Open reviews, and those whose end was within a month. Older ones change only where an erasure took
 * a candidate out, and with it what was told.
 */
async function untoldReviews(pool: Pool, org: OrgId): Promise<KnownReview[]> {
  const { rows } = await pool.query<KnownReview>(
    `select review.id, shop_id as "shopId", reason, status, decision, chosen_id as "chosenId",
            evidence, opened_at as "openedAt", decided_at as "decidedAt", told,
            coalesce(waiting.events, 0) as waiting
     from cartbridge.match_review as review
     left join (
       select reason->'details'->>'review' as review, count(*)::int as events
       from cartbridge.event
       where org_id = $1 and state = 'parked' and reason->>'kind' = 'ambiguous_person'
       group by 1
     ) as waiting on waiting.review = review.id::text
     where org_id = $1
       and (status = 'Open' or decided_at > now() - interval '30 days' or told is null)
     order by opened_at`,
    [org],
  );
  return rows;
}
