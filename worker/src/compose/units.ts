import type { RowProblem } from '#mapping-engine';
import type { Unit } from '../deliver/row.ts';
import type { Pool } from '../shared/database/pool.ts';
import type { Org } from '../shared/orgs.ts';
import type { PersonId, RecordKey } from '../shared/ids.ts';
import type { Booked } from './book-records.ts';
import { cartBlock, type CartBlock } from './books/cart-block.ts';
import { cartsOf } from './books/cart-ledger.ts';
import { NO_TOTALS, totalsOf } from './books/order-ledger.ts';
import { personInput } from './mapping/input-of.ts';
import type { Person, Profile } from './people/person.ts';
import { findOtherLinks } from './rows/other-links.ts';
import type { Mapper } from './rows/map-row.ts';
import { shopRow } from './rows/shop-row.ts';
import { unitRows, type MappedPerson } from './rows/unit-rows.ts';
import { personLinks, personRow } from './rows/person-row.ts';

export interface Units {
  units: Unit[];
  /** What the mapping could not say, by unit. */
  problems: Map<string, RowProblem[]>;
  /** Whose each unit is. */
  owners: Map<RecordKey, PersonId[]>;
  /** The cart block each person is being given. */
  blocks: Map<PersonId, CartBlock>;
}

/** Everything that Salesforce shall hold of these records, in Salesforce's words. */
export async function buildUnits(
  pool: Pool,
  org: Org,
  mapper: Mapper,
  booked: Booked[],
  people: Map<PersonId, Person>,
  profiles: Map<PersonId, Profile>,
): Promise<Units> {
  const { mapped, blocks } = await mapPeople(pool, org, mapper, people, profiles);
  const others = await findOtherLinks(pool, org.id, mapper, booked);
  const shared = shopRow(mapper);
  const problems = new Map<string, RowProblem[]>();
  const units = booked.map((one): Unit => {
    const persons = one.people.flatMap((id) => mapped.get(id) ?? []);
    const made = unitRows(mapper, one, persons, shared, others.get(one.key) ?? {});
    problems.set(one.key, made.problems);
    const { key, event } = one;
    return { key, rows: made.rows, kept: made.kept, ...(event && { event }) };
  });
  const owners = new Map(booked.map(({ key, people: ids }) => [key, ids]));
  return { units, problems, owners, blocks };
}

/** Each person once, however many records of theirs changed. */
async function mapPeople(
  pool: Pool,
  org: Org,
  mapper: Mapper,
  people: Map<PersonId, Person>,
  profiles: Map<PersonId, Profile>,
): Promise<{ mapped: Map<PersonId, MappedPerson>; blocks: Map<PersonId, CartBlock> }> {
  const { shop } = mapper;
  const { createPeopleAs } = org.settings;
  const ids = [...people.keys()];
  const totals = await totalsOf(pool, ids);
  const carts = await cartsOf(pool, ids);
  const storefront = { url: shop.storefrontUrl, currency: shop.currency };
  const blocks = new Map<PersonId, CartBlock>();
  const mapped = new Map<PersonId, MappedPerson>();
  for (const person of people.values()) {
    const { id, customerKey } = person;
    const block = cartBlock(carts.get(id) ?? [], person.cartBlock, storefront, new Date());
    const sums = totals.get(id) ?? { ...NO_TOTALS, currency: shop.currency };
    const input = personInput(shop, person, profiles.get(id) ?? null, sums, block);
    const row = personRow(mapper, person, input, createPeopleAs);
    const linked = personLinks(person, createPeopleAs, row !== null);
    blocks.set(id, block);
    mapped.set(id, { customerKey, input, row, linked });
  }
  return { mapped, blocks };
}
