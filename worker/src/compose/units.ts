import type { RowProblem } from '#mapping-engine';
import type { Unit } from '../deliver/row.ts';
import type { Pool } from '../shared/database/pool.ts';
import type { Org } from '../shared/orgs.ts';
import type { PersonId, RecordKey, SalesforceId } from '../shared/ids.ts';
import type { Booked } from './book-records.ts';
import type { CartBlock } from './books/cart-block.ts';
import { mapPeople, type Around } from './map-people.ts';
import { findOtherLinks } from './rows/other-links.ts';
import type { Mapper } from './rows/map-row.ts';
import { shopRow } from './rows/shop-row.ts';
import { unitRows, type MappedPerson } from './rows/unit-rows.ts';

export interface Units {
  units: Unit[];
  /** What the mapping could not say, by unit. */
  problems: Map<string, RowProblem[]>;
  /** Whose each unit is, and whose rows it brings along. */
  owners: Map<RecordKey, PersonId[]>;
  /** The cart block each person is being given. */
  blocks: Map<PersonId, CartBlock>;
  /** The account each new Contact is being given. */
  accounts: Map<PersonId, SalesforceId>;
}

/** Everything that Salesforce shall hold of these records, in Salesforce's words. */
export async function buildUnits(
  pool: Pool,
  org: Org,
  mapper: Mapper,
  booked: Booked[],
  around: Around,
): Promise<Units> {
  const { mapped, blocks, stirred } = await mapPeople(pool, org, mapper, around);
  const others = await findOtherLinks(pool, org.id, mapper, booked);
  const shared = shopRow(mapper);
  const problems = new Map<string, RowProblem[]>();
  const owners = new Map(
    booked.map(({ key, people }) => {
      const mates = around.matesOf(people).filter((id) => stirred.has(id));
      return [key, [...people, ...mates]];
    }),
  );
  const units = booked.map((one): Unit => {
    const persons = (owners.get(one.key) ?? []).flatMap((id) => mapped.get(id) ?? []);
    const made = unitRows(mapper, one, persons, shared, others.get(one.key) ?? {});
    problems.set(one.key, made.problems);
    const { key, event } = one;
    return { key, rows: made.rows, kept: made.kept, ...(event && { event }) };
  });
  return { units, problems, owners, blocks, accounts: accountsGiven(mapped, around) };
}

/** Where the mapping says it of a Contact who is made. */
function accountsGiven(
  mapped: ReadonlyMap<PersonId, MappedPerson>,
  { accounts }: Around,
): Units['accounts'] {
  return new Map(
    [...accounts].flatMap(([person, { id }]) => {
      const { isNew, references, createReferences } = mapped.get(person)?.row?.row ?? {};
      const isGiven = 'AccountId' in { ...references, ...createReferences };
      return isNew === true && isGiven ? [[person, id]] : [];
    }),
  );
}
