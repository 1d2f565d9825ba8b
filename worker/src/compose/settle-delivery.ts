import { isDeepStrictEqual } from 'node:util';
import type { Delivered, UnitResult } from '../deliver/deliver.ts';
import { findDuplicate } from '../deliver/duplicate.ts';
import { rowName, type Unit } from '../deliver/row.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import { transaction, type Pool } from '../shared/database/pool.ts';
import { asFailure, Failure } from '../shared/failure.ts';
import type { PersonId, RecordKey } from '../shared/ids.ts';
import type { CartBlock } from './books/cart-block.ts';
import {
  dropLink,
  lockPersonRows,
  personRowKey,
  saveLessons,
  saveLink,
  type Lesson,
  type Person,
} from './people/person.ts';
import type { Outcome } from './task.ts';
import type { Units } from './units.ts';

/** Records what a delivery taught about people, and says what became of each record. */
export async function settleDelivery(
  pool: Pool,
  client: SalesforceClient,
  people: Map<PersonId, Person>,
  { units, blocks, problems, owners }: Units,
  delivered: Delivered,
): Promise<Map<RecordKey, Outcome>> {
  const outcomes = new Map<RecordKey, Outcome>();
  const lost = new Set<PersonId>();
  for (const unit of units) {
    const result = delivered.units.get(unit.key);
    if (!result) throw new Error(`Nothing was delivered for ${unit.key}.`);
    const mine = (owners.get(unit.key) ?? []).flatMap((id) => people.get(id) ?? []);
    const failure = result.ok ? null : await resolve(pool, client, mine, unit, result.failure);
    if (failure?.kind === 'link_lost') for (const person of mine) lost.add(person.id);
    outcomes.set(
      unit.key,
      failure ? { result: 'failed', failure } : done(result, problems.get(unit.key) ?? []),
    );
  }
  const lessons = [...people.values()].flatMap((person) =>
    lost.has(person.id) ? [] : lessonOf(client, person, blocks.get(person.id), delivered),
  );
  if (lost.size + lessons.length > 0) {
    await transaction(pool, async (db) => {
      await lockPersonRows(db, [...lost, ...lessons.map(({ id }) => id)]);
      for (const id of lost) await dropLink(db, client.org.id, id);
      await saveLessons(db, lessons);
    });
  }
  return outcomes;
}

/** Nothing where their record was not written, or where the books say the same already. */
function lessonOf(
  client: SalesforceClient,
  person: Person,
  cartBlock: CartBlock | undefined,
  delivered: Delivered,
): Lesson | [] {
  const object = person.link?.object ?? client.org.settings.createPeopleAs;
  const id = delivered.ids.get(rowName({ object, key: personRowKey(person.id) }));
  if (!id) return [];
  const isNews = cartBlock !== undefined && !isDeepStrictEqual(cartBlock, person.cartBlock);
  if (person.link && !isNews) return [];
  return {
    id: person.id,
    ...(!person.link && { link: { object, id } }),
    ...(isNews && { cartBlock }),
  };
}

function done(result: UnitResult, problems: unknown[]): Outcome {
  if (!result.ok) throw new Error('A failed delivery is not done.');
  const details = {
    rows: result.wrote,
    ...(result.repairs.length > 0 && { repairs: result.repairs }),
    ...(problems.length > 0 && { problems }),
  };
  return { result: result.wrote > 0 ? 'written' : 'unchanged', details };
}

/**
 * A duplicate rule may know somebody whom the search could not see. If it names one record with the
 * same address, that is the person, and the next try writes to it; otherwise people must decide.
 */
async function resolve(
  pool: Pool,
  client: SalesforceClient,
  owners: Person[],
  unit: Unit,
  failure: Failure,
): Promise<Failure> {
  if (failure.kind !== 'duplicate_record') return failure;
  for (const person of owners.filter(({ link }) => link === null)) {
    const row = unit.rows.find(({ key }) => key === personRowKey(person.id));
    let found: Awaited<ReturnType<typeof findDuplicate>>;
    try {
      found = row ? await findDuplicate(client, row, person.email) : null;
    } catch (error) {
      // What goes wrong with one person does not fail the batch, which is written by now.
      return asFailure(error);
    }
    if (!found) continue;
    await transaction(pool, (db) => saveLink(db, person.id, found));
    // Linked in the books: the failure that makes the buffer come again at once.
    return new Failure('person_busy', 'A duplicate rule named this person; they are linked now.', {
      details: { object: found.object },
    });
  }
  return failure;
}
