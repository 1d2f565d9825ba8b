import type { Client } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, ShopId } from '../../shared/ids.ts';
import type { CartBlock } from '../books/cart-block.ts';
import type { Consents } from './consent.ts';
import type { ReviewCandidate } from './matching/evidence.ts';
import { openReview } from './matching/reviews.ts';
import { personRowKey, type PersonObject } from './person.ts';
import type { Word } from './profiles.ts';
import type { Standing } from './seniority.ts';

/** All that a person's row says. */
export interface Merging extends Standing {
  link: { object: PersonObject; id: string } | null;
  contactId: string | null;
  accountId: string | null;
  createdAt: Date;
  deletedAt: Date | null;
  email: string | null;
  customerGroup: string | null;
  companyKey: string | null;
  word: Word | null;
  cartBlock: CartBlock | null;
  consent: Consents;
  optedOut: boolean;
  madeAnew: boolean;
  campaignDue: string | null;
}

export async function loadMerging(
  db: Client,
  org: OrgId,
  ids: PersonId[],
): Promise<Map<string, Merging>> {
  const { rows } = await db.query<Omit<Merging, 'link'> & { salesforceId: string | null }>(
    `select id, customer_key as "customerKey", object, salesforce_id as "salesforceId",
            contact_id as "contactId", account_id as "accountId", created_at as "createdAt",
            deleted_at as "deletedAt", email, customer_group as "customerGroup",
            company_key as "companyKey", profile as word, cart_block as "cartBlock", consent,
            opted_out as "optedOut", made_anew as "madeAnew", campaign_due as "campaignDue"
     from cartbridge.person where org_id = $1 and id = any($2::uuid[]) order by id for update`,
    [org, ids],
  );
  return new Map(
    rows.map(({ salesforceId, ...row }) => {
      const { object } = row;
      const link = object && salesforceId ? { object, id: salesforceId } : null;
      return [row.id, { ...row, link, object: link && object }];
    }),
  );
}

/** What is remembered of the record that stays goes on under the winner's name; the rest is forgotten. */
export async function moveWritten(
  db: Client,
  org: OrgId,
  { winner, loser, stays }: { winner: PersonId; loser: PersonId; stays: Merging },
): Promise<void> {
  const rows = [personRowKey(winner), personRowKey(loser)];
  const kept = personRowKey(stays.id as PersonId);
  await db.query(
    `delete from cartbridge.written
     where org_id = $1 and object in ('Lead', 'Contact', 'Account') and external_id = any($2)
       and not (external_id = $3 and object = coalesce($4, ''))`,
    [org, rows, kept, stays.object],
  );
  await db.query(
    `update cartbridge.written set external_id = $3
     where org_id = $1 and object = $4 and external_id = $2`,
    [org, kept, personRowKey(winner), stays.object],
  );
}

/** @param isLinked the two are known in Salesforce: who they are there is no question any more */
export async function moveBelongings(
  db: Client,
  org: OrgId,
  { winner, loser, isLinked }: { winner: PersonId; loser: PersonId; isLinked: boolean },
): Promise<void> {
  await db.query(
    `update cartbridge.match_review as review set status = 'Withdrawn', decided_at = now()
     where status = 'Open' and (
       ($3 and person_id in ($1, $2) and reason <> 'Same Shopper Twice')
       or (person_id = $2 and exists (
         select from cartbridge.match_review as same
         where same.person_id = $1 and same.status = 'Open' and same.reason = review.reason)))`,
    [winner, loser, isLinked],
  );
  for (const table of [
    'person_key',
    'order_ledger',
    'cart_ledger',
    'former_link',
    'match_review',
  ]) {
    await db.query(
      `update cartbridge.${table} set person_id = $1 where org_id = $3 and person_id = $2`,
      [winner, loser, org],
    );
  }
  await db.query('delete from cartbridge.person where id = $1', [loser]);
}

export async function saveMerged(
  db: Client,
  id: PersonId,
  person: Omit<Merging, 'id'>,
): Promise<void> {
  await db.query(
    `update cartbridge.person
     set customer_key = $2, object = $3, salesforce_id = $4, contact_id = $5, account_id = $6,
         created_at = $7, deleted_at = $8, email = $9, customer_group = $10, company_key = $11,
         profile = $12, cart_block = $13, consent = $14, opted_out = $15, made_anew = $16,
         campaign_due = $17
     where id = $1`,
    [
      ...[id, person.customerKey, person.link?.object ?? null, person.link?.id ?? null],
      ...[person.contactId, person.accountId, person.createdAt, person.deletedAt],
      ...[person.email, person.customerGroup, person.companyKey],
      ...[person.word, person.cartBlock, person.consent].map((one) => one && JSON.stringify(one)),
      ...[person.optedOut, person.madeAnew, person.campaignDue],
    ],
  );
}

/** The record that is one too many is remembered, and people are asked to merge it in Salesforce. */
export async function askAboutSurplus(
  db: Client,
  org: OrgId,
  person: PersonId,
  { customerKey, word, link, email }: Merging,
  surplus: NonNullable<Merging['link']>,
): Promise<void> {
  await db.query(
    `insert into cartbridge.former_link (org_id, salesforce_id, object, person_id, why)
     values ($1, $2, $3, $4, 'Surplus')
     on conflict (org_id, salesforce_id) do update
       set person_id = excluded.person_id, why = 'Surplus', since = now(), emptied_at = null`,
    [org, surplus.id, surplus.object, person],
  );
  const profile = word?.profile;
  const name = [profile?.firstName, profile?.lastName].filter(Boolean).join(' ');
  const shown = { email, phone: profile?.phone ?? null, company: profile?.company ?? null };
  await openReview(db, {
    ...{ orgId: org, shopId: customerKey.split(':')[0] as ShopId, personId: person },
    reason: 'Same Shopper Twice',
    evidence: {
      shopper: { customerKey, name: name || customerKey, ...shown },
      candidates: [link, surplus].flatMap((one) => (one ? candidateOf(one) : [])),
    },
  });
}

/** Salesforce is not asked within a transaction; the id leads to the record. */
function candidateOf({ object, id }: NonNullable<Merging['link']>): ReviewCandidate {
  return {
    ...{ id: id as ReviewCandidate['id'], object, name: id, matchedBy: ['sameShopper'] },
    ...{ email: null, phone: null, company: null, customerKey: null },
    ...{ owner: null, createdAt: null, lastActivity: null },
  };
}
