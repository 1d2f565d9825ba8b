import { askDuplicate, saveInSpite, type DuplicateMatch } from '../deliver/duplicate.ts';
import type { Row, Unit } from '../deliver/row.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import { transaction, type Pool } from '../shared/database/pool.ts';
import { asFailure, Failure } from '../shared/failure.ts';
import type { SalesforceId, ShopId } from '../shared/ids.ts';
import { openReviews } from './people/matching/doubts.ts';
import { findLeft, isMadeAnew } from './people/matching/reviews.ts';
import { creatingOf } from './people/creating.ts';
import {
  lockPersonRows,
  personRowKey,
  saveLessons,
  type Person,
  type PersonObject,
} from './people/person.ts';

/**
 * A duplicate rule may know somebody whom the search could not see. What follows, for whoever of the
 * unit's people is not linked yet:
 *
 * - It names one record with the same address: that is the person, and the next try writes to it.
 *   A record is believed once: named again after it was lost, it is for people to decide.
 * - It only warns, and nobody it names has the address: a likeness of names is what such a rule lets
 *   everybody save in spite of, so the row goes in.
 * - Everything else is for people to decide, with the rule's matches side by side.
 */
export async function resolveDuplicate(
  pool: Pool,
  client: SalesforceClient,
  shop: ShopId,
  owners: Person[],
  unit: Unit,
  failure: Failure,
): Promise<Failure> {
  if (failure.kind !== 'duplicate_record') return failure;
  for (const person of owners.filter(({ link }) => link === null)) {
    const row = unit.rows.find(({ key }) => key === personRowKey(person.id));
    if (!row) continue;
    try {
      const resolved = await resolveOne(pool, client, shop, person, row);
      if (resolved) return resolved;
    } catch (error) {
      // What goes wrong with one person does not fail the batch, which is written by now.
      return asFailure(error);
    }
  }
  return failure;
}

/** Null where there is nothing to be done but what the rule's own message says. */
async function resolveOne(
  pool: Pool,
  client: SalesforceClient,
  shop: ShopId,
  person: Person,
  row: Row,
): Promise<Failure | null> {
  const answer = await askDuplicate(client, row, person.email);
  if ('unknown' in answer) return null;
  if ('made' in answer) return link(pool, client, person, answer.made, 'made');
  const { matches, isAlert } = answer;
  const same = matches.filter(({ hasEmail }) => hasEmail);
  const anew = await isMadeAnew(pool, person.id);
  const [only] = same;
  if (only && same.length === 1 && !anew && (await isNews(pool, person, only)))
    return link(pool, client, person, only, 'named');
  if (isAlert && (same.length === 0 || anew))
    return link(pool, client, person, await saveInSpite(client, row), 'made');
  // Whoever said "none of these" is not asked again: the rule itself must let the person in.
  if (anew || matches.length === 0 || (await findLeft(pool, [person.id])).size > 0) return null;
  const suspects = (same.length > 0 ? same : matches).map(({ object, id, contactId }) => ({
    // People compare Contacts and Leads: a person account is shown as the Contact in it.
    ...(contactId ? { object: 'Contact' as const, id: contactId } : { object, id }),
    matchedBy: ['duplicateRule' as const],
  }));
  const reason = 'Duplicate Rule Matches';
  const failed = await openReviews(pool, client, shop, [{ person, reason, suspects }]);
  return failed.get(person.id) ?? null;
}

async function isNews(pool: Pool, { id }: Person, match: DuplicateMatch): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select from cartbridge.person where id = $1 and duplicate_of = $2',
    [id, match.id],
  );
  return rowCount === 0;
}

/** Linked in the books: the failure that makes the buffer come again at once. */
async function link(
  pool: Pool,
  { org }: SalesforceClient,
  person: Person,
  { object, id, contactId }: { object: PersonObject; id: SalesforceId; contactId?: SalesforceId },
  how: 'made' | 'named',
): Promise<Failure> {
  const { campaignId } = creatingOf(org.settings, person);
  const campaign = how === 'made' && campaignId !== null ? (campaignId as SalesforceId) : null;
  await transaction(pool, async (db) => {
    await lockPersonRows(db, [person.id]);
    await saveLessons(db, [
      {
        ...{ id: person.id, link: { object, id } },
        ...(contactId && { contactId }),
        ...(campaign !== null && { campaign }),
      },
    ]);
    if (how === 'named')
      await db.query('update cartbridge.person set duplicate_of = $2 where id = $1', [
        person.id,
        id,
      ]);
  });
  return new Failure('person_busy', 'A duplicate rule named this person; they are linked now.', {
    details: { object },
  });
}
