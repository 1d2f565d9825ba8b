import type { Pool } from '../../shared/database/pool.ts';
import type { PersonId, ShopId } from '../../shared/ids.ts';
import { newerWord, type Consents, type Said } from './consent.ts';
import { loadPeople, type Profile } from './person.ts';
import { settleProfiles, type Word } from './profiles.ts';

/** What one record said of a person. */
export interface ToldOf {
  person: PersonId;
  word: Word;
  consent?: Said;
}

/** Keeps what the records said of people, and returns everybody's profile. */
export async function settleWords(
  pool: Pool,
  shop: ShopId,
  people: PersonId[],
  told: ToldOf[],
): Promise<Map<PersonId, Profile>> {
  await settleConsents(
    pool,
    shop,
    told.filter(({ person }) => people.includes(person)),
  );
  return settleProfiles(pool, people, told);
}

async function settleConsents(pool: Pool, shop: ShopId, told: ToldOf[]): Promise<void> {
  const said = told.flatMap(({ person, consent }) => (consent ? { person, consent } : []));
  if (said.length === 0) return;
  const known = await loadPeople(pool, [...new Set(said.map(({ person }) => person))]);
  const news = new Map<PersonId, Consents>();
  for (const { person, consent } of said) {
    const before = news.get(person) ?? known.get(person)?.consent ?? {};
    const word = newerWord(before[shop], consent);
    if (word !== before[shop]) news.set(person, { ...before, [shop]: word });
  }
  if (news.size === 0) return;
  await pool.query(
    // In the order of ids, as everybody locks people.
    `with locked as (
       select id from cartbridge.person where id = any($1::uuid[]) order by id for no key update
     )
     update cartbridge.person set consent = told.consent
     from unnest($1::uuid[], $2::jsonb[]) as told (id, consent), locked
     where person.id = told.id and locked.id = person.id`,
    [[...news.keys()], [...news.values()].map((consents) => JSON.stringify(consents))],
  );
}
