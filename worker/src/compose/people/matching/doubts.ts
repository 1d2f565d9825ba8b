import type { SalesforceClient } from '../../../deliver/salesforce/client.ts';
import type { Pool } from '../../../shared/database/pool.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { PersonId, ShopId } from '../../../shared/ids.ts';
import type { Person, Profile } from '../person.ts';
import type { ReviewReason } from './candidate.ts';
import { gatherEvidence, MOST_CANDIDATES, type Suspect } from './evidence.ts';
import { openReview, reviewFailure } from './reviews.ts';

/** A person of whom only people can say who they are in Salesforce. */
export interface Doubt {
  person: Person;
  reason: ReviewReason;
  suspects: Suspect[];
}

/**
 * Opens a review for each doubt, with the evidence side by side; at most one API call for all of
 * them.
 * @returns what each person's events are put aside with
 */
export async function openReviews(
  pool: Pool,
  client: SalesforceClient,
  shopId: ShopId,
  doubts: Doubt[],
): Promise<Map<PersonId, Failure>> {
  const failed = new Map<PersonId, Failure>();
  if (doubts.length === 0) return failed;
  const some = doubts.map((doubt) => ({
    ...doubt,
    suspects: doubt.suspects.slice(0, MOST_CANDIDATES),
  }));
  const found = await gatherEvidence(
    client,
    some.flatMap(({ suspects }) => suspects),
  );
  const profiles = await loadProfiles(
    pool,
    some.map(({ person }) => person.id),
  );
  for (const { person, reason, suspects } of some) {
    const profile = profiles.get(person.id);
    const evidence = {
      shopper: {
        ...{ customerKey: person.customerKey, email: person.email },
        name: [profile?.firstName, profile?.lastName].filter(Boolean).join(' '),
        phone: profile?.phone ?? null,
        company: profile?.company ?? null,
      },
      // Two people of one batch may share a candidate, each by keys of their own.
      candidates: suspects.flatMap(({ id, matchedBy }) => {
        const candidate = found.get(id);
        return candidate ? { ...candidate, matchedBy } : [];
      }),
    };
    const review = { orgId: client.org.id, shopId, personId: person.id, reason, evidence };
    failed.set(person.id, reviewFailure(await openReview(pool, review), review));
  }
  return failed;
}

async function loadProfiles(pool: Pool, ids: PersonId[]): Promise<Map<PersonId, Profile>> {
  const { rows } = await pool.query<{ id: PersonId; profile: Profile }>(
    `select id, profile->'profile' as profile from cartbridge.person
     where id = any($1::uuid[]) and profile is not null`,
    [ids],
  );
  return new Map(rows.map(({ id, profile }) => [id, profile]));
}
