import type { Queryable } from '../../../shared/database/pool.ts';
import { Failure } from '../../../shared/failure.ts';
import type { OrgId, PersonId, ShopId } from '../../../shared/ids.ts';
import type { ReviewReason } from './candidate.ts';
import type { ReviewCandidate } from './evidence.ts';

/** What is shown of the shopper beside the candidates. */
export interface ReviewedShopper {
  customerKey: string;
  email: string | null;
  name: string;
  phone: string | null;
  company: string | null;
}

export interface Evidence {
  shopper: ReviewedShopper;
  candidates: ReviewCandidate[];
}

export interface NewReview {
  orgId: OrgId;
  shopId: ShopId;
  personId: PersonId;
  reason: ReviewReason;
  evidence: Evidence;
}

/** What `Match_Review__c.Decision__c` may say. */
export const DECISIONS = ['Use This Record', 'Create New', 'Leave'] as const;
export type Decision = (typeof DECISIONS)[number];

/**
 * Asks people who a shopper is in Salesforce. Idempotent: a person has one open review of a reason,
 * which then shows the newest evidence.
 * @returns the review’s id, which is its `External_Id__c`
 */
export async function openReview(
  db: Queryable,
  { orgId, shopId, personId, reason, evidence }: NewReview,
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into cartbridge.match_review (org_id, shop_id, person_id, reason, evidence)
     values ($1, $2, $3, $4, $5)
     on conflict (person_id, reason) where status = 'Open' do update
       set evidence = excluded.evidence
     returning id`,
    [orgId, shopId, personId, reason, JSON.stringify(evidence)],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('A review was neither made nor found.');
  return id;
}

/** People of whom somebody decided to leave the question open: their events are ignored. */
export async function findLeft(db: Queryable, people: PersonId[]): Promise<Set<PersonId>> {
  const { rows } = await db.query<{ id: PersonId }>(
    `select distinct person_id as id from cartbridge.match_review
     where person_id = any($1::uuid[]) and status = 'Decided' and decision = 'Leave'
       and reason <> 'Same Shopper Twice'`,
    [people],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether somebody decided that nobody in Salesforce is this person. */
export async function isMadeAnew(db: Queryable, person: PersonId): Promise<boolean> {
  const { rowCount } = await db.query('select from cartbridge.person where id = $1 and made_anew', [
    person,
  ]);
  return rowCount === 1;
}

/** What the buffer puts a person's events aside with, until the review is decided. */
export function reviewFailure(
  review: string,
  { reason, evidence: { shopper, candidates } }: Pick<NewReview, 'reason' | 'evidence'>,
): Failure {
  return new Failure('ambiguous_person', `${WHY[reason]} (${candidates.length} in all.)`, {
    nextStep:
      `Decide the match review ${shopper.customerKey.slice(0, 80)} under Match Reviews; ` +
      'the events of this shopper then go on by themselves.',
    details: { review, reason, candidates: candidates.map(({ id }) => id) },
  });
}

const WHY: Record<ReviewReason, string> = {
  'Several Records Match': 'Several records in Salesforce may be this shopper.',
  'Belongs to Another Customer':
    'The record with this shopper’s address belongs to another customer of the shop.',
  'Duplicate Rule Matches':
    'A duplicate rule holds this shopper for somebody who is there already.',
  'Same Shopper Twice': 'Two records in Salesforce are the same shopper.',
};
