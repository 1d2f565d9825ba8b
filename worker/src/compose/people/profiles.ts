import { isDeepStrictEqual } from 'node:util';
import type { Pool } from '../../shared/database/pool.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { Profile } from './person.ts';

/** What a record says about its person. */
export interface Word {
  profile: Profile;
  /**
   * Whose word it is: the customer's own record counts more than what a guest typed, and that more
   * than the bill of a registered customer's order, which may go to somebody else.
   */
  rank: 'customer' | 'guest' | 'bill';
  saidAt: Instant;
}

const RANKS: Word['rank'][] = ['bill', 'guest', 'customer'];

/**
 * The profile of each person: the word that counts most, and of equal ones the latest. It is kept, so
 * that a row which always follows the profile says the same whichever record of theirs changed.
 */
export async function settleProfiles(
  pool: Pool,
  people: PersonId[],
  told: { person: PersonId; word: Word }[],
): Promise<Map<PersonId, Profile>> {
  if (people.length === 0) return new Map();
  const { rows } = await pool.query<{ id: PersonId; word: Word }>(
    `select id, profile as word from cartbridge.person
     where id = any($1::uuid[]) and profile is not null`,
    [people],
  );
  const known = new Map(rows.map(({ id, word }) => [id, word]));
  const best = new Map(known);
  for (const { person, word } of told) {
    const before = best.get(person);
    if (people.includes(person) && (!before || outweighs(word, before))) best.set(person, word);
  }
  await save(
    pool,
    // Nobody's own word is not worth keeping: the next record may know better.
    [...best].filter(([id, word]) => word.rank !== 'bill' && !isSame(word, known.get(id))),
  );
  return new Map([...best].map(([id, { profile }]) => [id, profile]));
}

/** Whether a word is to be kept in the place of another. */
export function outweighs(word: Word, before: Word): boolean {
  const difference = RANKS.indexOf(word.rank) - RANKS.indexOf(before.rank);
  return difference === 0 ? word.saidAt >= before.saidAt : difference > 0;
}

function isSame(word: Word, before: Word | undefined): boolean {
  return before !== undefined && isDeepStrictEqual(word, before);
}

/** For a registered customer the address follows the customer's own record. */
async function save(pool: Pool, words: [PersonId, Word][]): Promise<void> {
  if (words.length === 0) return;
  const email = ({ rank, profile }: Word): string | null =>
    rank === 'customer' ? profile.email : null;
  await pool.query(
    // In the order of ids, as everybody locks people.
    `with locked as (
       select id from cartbridge.person where id = any($1::uuid[]) order by id for no key update
     )
     update cartbridge.person
     set profile = word.profile, email = coalesce(word.email, person.email)
     from unnest($1::uuid[], $2::json[], $3::text[]) as word (id, profile, email), locked
     where person.id = word.id and locked.id = person.id`,
    [
      words.map(([id]) => id),
      words.map(([, word]) => JSON.stringify(word)),
      words.map(([, word]) => email(word)),
    ],
  );
}
