import type { Delivered, UnitResult } from '../deliver/deliver.ts';
import { findDuplicate } from '../deliver/duplicate.ts';
import { rowName, type Unit } from '../deliver/row.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import { transaction, type Pool } from '../shared/database/pool.ts';
import { Failure } from '../shared/failure.ts';
import type { PersonId, RecordKey } from '../shared/ids.ts';
import { dropLink, personRowKey, saveCartBlock, saveLink, type Person } from './people/person.ts';
import type { Outcome } from './task.ts';
import type { Units } from './units.ts';

/** Records what a delivery taught about people, and says what became of each record. */
export async function settleDelivery(
  pool: Pool,
  client: SalesforceClient,
  people: Map<PersonId, Person>,
  { units, blocks, problems }: Units,
  delivered: Delivered,
): Promise<Map<RecordKey, Outcome>> {
  const outcomes = new Map<RecordKey, Outcome>();
  const lost = new Set<PersonId>();
  for (const unit of units) {
    const result = delivered.units.get(unit.key);
    if (!result) throw new Error(`Nothing was delivered for ${unit.key}.`);
    const failure = result.ok ? null : await resolve(pool, client, people, unit, result.failure);
    if (failure?.kind === 'link_lost')
      for (const person of ownersOf(unit, people)) lost.add(person.id);
    outcomes.set(
      unit.key,
      failure ? { result: 'failed', failure } : done(result, problems.get(unit.key) ?? []),
    );
  }
  await transaction(pool, async (db) => {
    for (const person of people.values()) {
      const written = ['Lead', 'Contact'].some((object) =>
        delivered.ids.has(rowName({ object, key: personRowKey(person.id) })),
      );
      if (lost.has(person.id)) await dropLink(db, client.org.id, person.id);
      else if (written) await remember(db, person);
    }
  });
  return outcomes;

  async function remember(db: Parameters<typeof saveLink>[0], person: Person): Promise<void> {
    const object = person.link?.object ?? client.org.settings.createPeopleAs;
    const id = delivered.ids.get(rowName({ object, key: personRowKey(person.id) }));
    if (!id) return;
    if (!person.link) await saveLink(db, person.id, { object, id });
    const block = blocks.get(person.id);
    if (block) await saveCartBlock(db, person.id, block);
  }
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
  people: Map<PersonId, Person>,
  unit: Unit,
  failure: Failure,
): Promise<Failure> {
  if (failure.kind !== 'duplicate_record') return failure;
  for (const person of ownersOf(unit, people).filter(({ link }) => link === null)) {
    const row = unit.rows.find(({ key }) => key === personRowKey(person.id));
    const found = row && (await findDuplicate(client, row, person.email));
    if (!found) continue;
    await transaction(pool, (db) => saveLink(db, person.id, found));
    // Linked in the books: the failure that makes the buffer come again at once.
    return new Failure('person_busy', 'A duplicate rule named this person; they are linked now.', {
      details: { object: found.object },
    });
  }
  return failure;
}

function ownersOf(unit: Unit, people: Map<PersonId, Person>): Person[] {
  return [...people.values()].filter(({ id }) =>
    unit.rows.some(({ key }) => key === personRowKey(id)),
  );
}
