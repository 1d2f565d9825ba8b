import { fatesOf, type Fate, type Here } from '../../../deliver/salesforce/fates.ts';
import type { SalesforceClient } from '../../../deliver/salesforce/client.ts';
import { personAccountsOf } from '../../../deliver/salesforce/person-accounts.ts';
import {
  transaction,
  type Client,
  type Pool,
  type Queryable,
} from '../../../shared/database/pool.ts';
import { asFailure, Failure } from '../../../shared/failure.ts';
import type { OrgId, PersonId, SalesforceId } from '../../../shared/ids.ts';
import { settle } from '../follow.ts';
import { lockRegister } from '../identify.ts';
import { knownLinks, lockLinked } from '../links.ts';
import { withPeopleLocked } from '../lock-people.ts';
import type { ReviewReason } from './candidate.ts';
import type { Decision } from './reviews.ts';

export interface Deciding {
  /** `External_Id__c` of the review. */
  review: string;
  decision: Decision;
  /** The Contact or Lead, for `Use This Record`. */
  chosenId: SalesforceId | null;
}

/** What a decision came to; `busy`: another worker has hold of the shopper, ask again in a moment. */
export type Decided = { busy: true } | { reviews: string[]; usedId: SalesforceId | null };

interface Review {
  id: string;
  personId: PersonId;
  reason: ReviewReason;
  status: 'Open' | 'Decided' | 'Withdrawn';
  decision: Decision | null;
  chosenId: SalesforceId | null;
  linkedTo: SalesforceId | null;
}

/**
 * Does what somebody decided about a shopper, and remembers it: the link is saved, or that nobody in
 * Salesforce is them, or that they are left alone, which can be decided anew later. A record that
 * was merged or converted meanwhile stands for what it became. Deciding the same twice is harmless.
 * Throws a Failure that says why a decision no longer fits.
 * @returns the shopper’s reviews whose events can go on
 */
export async function decide(
  pool: Pool,
  client: SalesforceClient,
  { review: id, decision, chosenId }: Deciding,
): Promise<Decided> {
  const org = client.org.id;
  const found = await findReview(pool, org, id);
  const here = decision === 'Use This Record' ? await findChosen(client, chosenId) : null;
  const holders = here ? await knownLinks(pool, org, [here.id]) : [];
  const others = holders.flatMap(({ as, person }) => (as === 'Link' ? person : []));
  const people = [...new Set([found.personId, ...others])];
  return withPeopleLocked(pool, people, async (mine) => {
    if (people.some((person) => !mine.has(person))) return { busy: true };
    return transaction(pool, async (db) => {
      await lockRegister(db, org);
      const review = await findReview(db, org, id);
      if (isDone(review, decision, here))
        return { reviews: await reviewsOf(db, review.personId), usedId: review.linkedTo };
      refuseWhatDoesNotFit(review, decision);
      const person = await act(db, org, review, decision, here, mine);
      await close(db, person, review, decision, here);
      return { reviews: await reviewsOf(db, person), usedId: here?.id ?? null };
    });
  });
}

async function findReview(db: Queryable, org: OrgId, id: string): Promise<Review> {
  const { rows } = await db.query<Review>(
    `select review.id, person_id as "personId", reason, status, decision, chosen_id as "chosenId",
            salesforce_id as "linkedTo"
     from cartbridge.match_review as review join cartbridge.person on person.id = person_id
     where review.org_id = $1 and review.id::text = $2`,
    [org, id],
  );
  const [review] = rows;
  if (review) return review;
  throw new Failure('ambiguous_person', 'The worker knows no such match review.', {
    nextStep: 'Nothing is to be done: its shopper is gone from the worker’s books.',
  });
}

async function fateOf(
  client: SalesforceClient,
  id: SalesforceId | null,
): Promise<Fate | undefined> {
  if (id === null) return undefined;
  try {
    return (await fatesOf(client, [id])).get(id);
  } catch (error) {
    const failure = asFailure(error);
    // Nothing Salesforce would call an id.
    if (/^(INVALID_QUERY_FILTER_OPERATOR|MALFORMED_ID)$/.test(String(failure.details.code)))
      return { is: 'gone' };
    throw failure;
  }
}

/**
 * The record as it is now: merges and conversions are followed, and a person account is found by the
 * Contact in it.
 */
async function findChosen(client: SalesforceClient, id: SalesforceId | null): Promise<Here> {
  const fate = await fateOf(client, id);
  if (fate?.is === 'here') {
    const account = (await personAccountsOf(client, [fate.id])).get(fate.id);
    const whole = account ? await fateOf(client, account) : fate;
    if (whole?.is === 'here' && (whole.object !== 'Account' || whole.contactId)) return whole;
  }
  const why = fate?.is === 'deleted' ? 'was deleted' : 'is not one the worker sees';
  throw new Failure('ambiguous_person', `The chosen record ${id ?? ''} ${why}.`, {
    nextStep: 'Choose another record, or Create New. Nothing was changed.',
    details: { code: 'CHOSEN_RECORD_GONE' },
  });
}

function isDone({ status, decision: former, linkedTo }: Review, now: Decision, here: Here | null) {
  if (status !== 'Decided' || former !== now) return false;
  return here === null || linkedTo === here.id;
}

function refuseWhatDoesNotFit(
  { status, reason, decision: former, linkedTo }: Review,
  now: Decision,
) {
  const refuse = (why: string, nextStep: string): never => {
    throw new Failure('ambiguous_person', why, { nextStep });
  };
  if (reason === 'Same Shopper Twice' && now !== 'Leave')
    refuse(
      'Both records are this shopper: there is nothing to choose.',
      'Merge the two records in Salesforce; the review then closes by itself. Or leave it.',
    );
  if (reason !== 'Same Shopper Twice' && linkedTo !== null)
    refuse(
      `This shopper is ${linkedTo} in Salesforce meanwhile.`,
      'Nothing is to be done. To change it, merge the records in Salesforce.',
    );
  if (status === 'Withdrawn')
    refuse('This review was withdrawn: the doubt was gone.', 'Nothing is to be done.');
  if (status === 'Decided' && former === 'Create New')
    refuse('“Create New” was decided before.', 'Merge the records in Salesforce to undo it.');
}

/** @returns who the shopper is by now: taking a record that is somebody’s already makes them one */
async function act(
  db: Client,
  org: OrgId,
  { personId }: Review,
  decision: Decision,
  here: Here | null,
  mine: ReadonlySet<PersonId>,
): Promise<PersonId> {
  if (decision === 'Create New')
    await db.query('update cartbridge.person set made_anew = true where id = $1', [personId]);
  if (!here) return personId;
  const all = await lockLinked(db, org, [personId], [here.id]);
  const owner = all.find(({ id }) => id === personId);
  if (!owner || all.some(({ id }) => !mine.has(id)))
    throw new Failure('person_busy', 'Somebody else became this record just now.', {
      nextStep: 'Decide again.',
    });
  return settle(db, org, owner, all, here);
}

/** With it every other open question of who the shopper is, but not which of two records stays. */
async function close(
  db: Client,
  person: PersonId,
  { id, reason }: Review,
  decision: Decision,
  here: Here | null,
): Promise<void> {
  await db.query(
    `update cartbridge.match_review
     set status = 'Decided', decision = $3, chosen_id = $4, decided_at = now()
     where id = $1 or (person_id = $2 and status = 'Open' and $5 <> 'Same Shopper Twice'
                       and reason <> 'Same Shopper Twice')`,
    [id, person, decision, here?.id ?? null, reason],
  );
}

async function reviewsOf(db: Queryable, person: PersonId): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select id from cartbridge.match_review where person_id = $1',
    [person],
  );
  return rows.map(({ id }) => id);
}
