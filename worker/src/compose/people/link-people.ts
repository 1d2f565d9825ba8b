import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { transaction, type Client, type Pool } from '../../shared/database/pool.ts';
import type { Failure } from '../../shared/failure.ts';
import type { PersonId, SalesforceId, ShopId } from '../../shared/ids.ts';
import type { Candidate } from './matching/candidate.ts';
import { openReviews, type Doubt } from './matching/doubts.ts';
import { findLeft } from './matching/reviews.ts';
import { searchPeople } from './matching/search-people.ts';
import { countryOf, loadSeekers } from './matching/seekers.ts';
import { loadPeople, lockPersonRows, saveLessons, type Lesson, type Person } from './person.ts';

/** Why records are ignored whose shopper somebody decided to leave open. */
export const LEFT_BY_DECISION = 'somebody decided to leave this shopper';

export interface LinkedPeople {
  people: Map<PersonId, Person>;
  /** People whom Salesforce knows more than once, or as somebody else: a review is open. */
  failed: Map<PersonId, Failure>;
  /** Those of whom somebody decided to leave that as it is: their records are ignored. */
  left: Set<PersonId>;
}

/**
 * Loads people and finds those in Salesforce who are not linked yet, by the org's policy. Who is not
 * found stays without a link: their record will be made.
 */
export async function linkPeople(
  pool: Pool,
  client: SalesforceClient,
  shop: ShopId,
  ids: PersonId[],
): Promise<LinkedPeople> {
  const people = await loadPeople(pool, ids);
  const unlinked = [...people.values()].filter(({ link }) => link === null);
  if (unlinked.length === 0) return { people, failed: new Map(), left: new Set() };

  const { matching } = client.org.settings;
  const choosing = { shop, matching, country: await countryOf(pool, shop) };
  const seekers = await loadSeekers(pool, shop, unlinked);
  const found = await searchPeople(client, choosing, seekers, (ids) =>
    keysOfLinked(pool, client, ids),
  );
  const chosen = [...found].flatMap(([id, answer]) =>
    'candidate' in answer ? [{ id, candidate: answer.candidate }] : [],
  );
  const taken = await findTaken(pool, client, chosen);
  const lessons: Lesson[] = [];
  const doubts: Doubt[] = [];
  for (const person of unlinked) {
    const answer = found.get(person.id);
    if (!answer || 'nobody' in answer) continue;
    if ('doubt' in answer) {
      const { reason, key, candidates } = answer.doubt;
      const suspects = candidates.map((one) => ({ ...shown(one), matchedBy: [key] }));
      doubts.push({ person, reason, suspects });
      continue;
    }
    const { candidate, key } = answer;
    // Whoever has the shopper's own key is the shopper; by a hint two people may mean one record.
    if (key !== 'externalId' && taken.has(candidate.id)) {
      const suspects = [{ ...shown(candidate), matchedBy: [key] }];
      doubts.push({ person, reason: 'Belongs to Another Customer', suspects });
      continue;
    }
    taken.add(candidate.id);
    lessons.push(takeOver(person, candidate));
  }
  if (lessons.length > 0) await transaction(pool, (db) => learn(db, lessons));
  const left = await findLeft(
    pool,
    doubts.map(({ person }) => person.id),
  );
  const open = doubts.filter(({ person }) => !left.has(person.id));
  return { people, left, failed: await openReviews(pool, client, shop, open) };
}

async function keysOfLinked(
  pool: Pool,
  { org }: SalesforceClient,
  ids: SalesforceId[],
): Promise<Map<SalesforceId, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{ id: SalesforceId; key: string }>(
    `select salesforce_id as id, customer_key as key from cartbridge.person
     where org_id = $1 and salesforce_id = any($2)`,
    [org.id, ids],
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** Which of the chosen records are other people's already, by the books. */
async function findTaken(
  pool: Pool,
  { org }: SalesforceClient,
  chosen: { id: PersonId; candidate: Candidate }[],
): Promise<Set<string>> {
  if (chosen.length === 0) return new Set();
  const { rows } = await pool.query<{ record: string }>(
    `select salesforce_id as record from cartbridge.person
     where org_id = $1 and salesforce_id = any($2) and id <> all($3::uuid[])`,
    [org.id, chosen.map(({ candidate }) => candidate.id), chosen.map(({ id }) => id)],
  );
  return new Set(rows.map(({ record }) => record));
}

/** People compare Contacts and Leads: a person account is shown as the Contact in it. */
function shown(candidate: Candidate): Candidate {
  const { contactId } = candidate;
  return contactId ? { ...candidate, object: 'Contact', id: contactId } : candidate;
}

function takeOver(person: Person, candidate: Candidate): Lesson {
  const { object, id, contactId, accountId, optedOut } = candidate;
  person.link = { object, id };
  if (contactId !== undefined) person.contactId = contactId;
  if (accountId !== undefined) person.accountId = accountId;
  if (optedOut !== undefined) person.optedOut = optedOut;
  return {
    ...{ id: person.id, link: { object, id } },
    ...(contactId !== undefined && { contactId }),
    ...(accountId !== undefined && { accountId }),
    ...(optedOut !== undefined && { optedOut }),
  };
}

async function learn(db: Client, lessons: Lesson[]): Promise<void> {
  await lockPersonRows(
    db,
    lessons.map(({ id }) => id),
  );
  await saveLessons(db, lessons);
}
