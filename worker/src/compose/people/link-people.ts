import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { transaction, type Client, type Pool } from '../../shared/database/pool.ts';
import type { Failure } from '../../shared/failure.ts';
import type { PersonId, ShopId } from '../../shared/ids.ts';
import { guestKey } from './identify.ts';
import {
  loadKeys,
  loadPeople,
  lockPersonRows,
  saveLessons,
  type Lesson,
  type Person,
} from './person.ts';
import { searchPeople } from './search.ts';

export interface LinkedPeople {
  people: Map<PersonId, Person>;
  /** People whom Salesforce knows more than once, or as somebody else. */
  failed: Map<PersonId, Failure>;
}

/**
 * Loads people and finds those in Salesforce who are not linked yet. Who is not found stays without
 * a link: their record will be made.
 */
export async function linkPeople(
  pool: Pool,
  client: SalesforceClient,
  shop: ShopId,
  ids: PersonId[],
): Promise<LinkedPeople> {
  const people = await loadPeople(pool, ids);
  const failed = new Map<PersonId, Failure>();
  const unlinked = [...people.values()].filter(({ link }) => link === null);
  if (unlinked.length === 0) return { people, failed };

  const keys = await loadKeys(
    pool,
    unlinked.map(({ id }) => id),
  );
  const found = await searchPeople(client, shop, unlinked, (person) =>
    externalKeys(shop, person, keys.get(person.id) ?? []),
  );
  const lessons: Lesson[] = [];
  for (const person of unlinked) {
    const answer = found.get(person.id);
    if (!answer || 'nobody' in answer) continue;
    if ('failure' in answer) failed.set(person.id, answer.failure);
    else {
      person.link = answer;
      lessons.push({ id: person.id, link: answer });
    }
  }
  if (lessons.length > 0) await transaction(pool, (db) => learn(db, lessons));
  return { people, failed };
}

async function learn(db: Client, lessons: Lesson[]): Promise<void> {
  await lockPersonRows(
    db,
    lessons.map(({ id }) => id),
  );
  await saveLessons(db, lessons);
}

/** Every Customer_Key__c this person may have been written with, as a guest or as a customer. */
function externalKeys(shop: ShopId, { customerKey, email }: Person, names: string[]): string[] {
  const asGuest = email === null ? [] : [guestKey(shop, email)];
  const asCustomer = names.filter((name) => !name.startsWith('email:'));
  return [...new Set([customerKey, ...asCustomer, ...asGuest])];
}
