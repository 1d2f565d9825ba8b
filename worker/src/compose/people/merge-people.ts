import type { Client } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { OrgId, PersonId } from '../../shared/ids.ts';
import { mergeConsents } from './consent.ts';
import { lockRegister } from './identify.ts';
import { isGuestKey } from './names.ts';
import {
  askAboutSurplus,
  loadMerging,
  moveBelongings,
  moveWritten,
  saveMerged,
  type Merging,
} from './merging.ts';
import { outweighs } from './profiles.ts';
import { bySeniority } from './seniority.ts';

export interface Merged {
  /** The record in Salesforce that the person no longer is, and that is still there. */
  surplus: NonNullable<Merging['link']> | null;
}

/**
 * Makes two people of the books one: `winner` gets all that `loser` has, and `loser` is gone. Where
 * Salesforce has both, the senior record stays theirs, whichever of the two it was; the other one is
 * remembered as surplus, is emptied at the next write (surplus.ts), and people are asked to merge
 * them. What points at it is queued to be looked at again.
 *
 * The caller has locked both people against other workers (lock-people.ts) and passes a transaction.
 * Throws `person_busy` where one of them is gone meanwhile: identify again.
 */
export async function mergePeople(
  db: Client,
  org: OrgId,
  { winner, loser }: { winner: PersonId; loser: PersonId },
): Promise<Merged> {
  if (winner === loser) return { surplus: null };
  await lockRegister(db, org);
  const people = await loadMerging(db, org, [winner, loser]);
  const [first, second] = [people.get(winner), people.get(loser)];
  if (!first || !second) throw gone();
  const [senior, junior] = [first, second].sort(bySeniority) as [Merging, Merging];
  const { link } = senior;
  const surplus = junior.link && !isSameRecord(senior, junior) ? junior.link : null;
  await moveWritten(db, org, { winner, loser, stays: senior });
  await moveBelongings(db, org, { winner, loser, isLinked: link !== null });
  await saveMerged(db, winner, union(senior, junior));
  if (link === null) return { surplus };
  if (surplus) await askAboutSurplus(db, org, winner, senior, surplus);
  await db.query(
    `insert into cartbridge.moved_person (person_id, org_id) values ($1, $2)
     on conflict (person_id) do update set last_key = '', moved_at = now()`,
    [winner, org],
  );
  return { surplus };
}

/** A person account may be known by its Account and by the Contact in it. */
function isSameRecord(one: Merging, other: Merging): boolean {
  const ids = [one.link?.id, one.contactId].filter(Boolean);
  return [other.link?.id, other.contactId].some((id) => ids.includes(id));
}

/** What is Salesforce's word, and what it was told last, is that of the record that stays. */
function union(senior: Merging, junior: Merging): Omit<Merging, 'id'> {
  const [one, other] = [senior.word, junior.word];
  const isOthers = other !== null && (one === null || outweighs(other, one));
  const [better, worse] = isOthers ? [junior, senior] : [senior, junior];
  const isJuniorsKey = isGuestKey(senior.customerKey) && !isGuestKey(junior.customerKey);
  return {
    ...senior,
    // Of two records of one object the registered one stays: its key is on no other of them.
    customerKey: isJuniorsKey ? junior.customerKey : senior.customerKey,
    email: better.email ?? worse.email,
    customerGroup: better.customerGroup ?? worse.customerGroup,
    word: better.word,
    companyKey: better.companyKey ?? worse.companyKey,
    consent: mergeConsents(senior.consent, junior.consent),
    optedOut: senior.optedOut || junior.optedOut,
    madeAnew: senior.madeAnew || junior.madeAnew,
    campaignDue: senior.campaignDue ?? junior.campaignDue,
    deletedAt: senior.link ? null : (senior.deletedAt ?? junior.deletedAt),
    createdAt: senior.createdAt < junior.createdAt ? senior.createdAt : junior.createdAt,
  };
}

function gone(): Failure {
  return new Failure('person_busy', 'Another worker has just merged this person.');
}
