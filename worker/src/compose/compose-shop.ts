import { deliver, type Delivered } from '../deliver/deliver.ts';
import type { Unit } from '../deliver/row.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import type { Pool } from '../shared/database/pool.ts';
import { Failure } from '../shared/failure.ts';
import type { PersonId, RecordKey } from '../shared/ids.ts';
import { bookParts } from './book-parts.ts';
import { bookCarts, bookCustomers, bookOrders, bookProducts, type Booked } from './book-records.ts';
import { bookProducts as enterProducts } from './books/product-book.ts';
import { findCompanies } from './companies/find-companies.ts';
import { correct } from './corrections.ts';
import type { Around } from './map-people.ts';
import { useCurrentMapping, type CurrentMapping } from './mapping/current-mapping.ts';
import { countTroubles } from './mapping/troubles.ts';
import { LEFT_BY_DECISION, linkPeople } from './people/link-people.ts';
import { loadPeople, type Person } from './people/person.ts';
import { withPersonType } from './people/person-type.ts';
import { settleWords } from './people/settle-words.ts';
import { settleSurplus, surplusOf } from './people/surplus.ts';
import { nameOwners, withOwners, type Held } from './people/whose.ts';
import { readRecords, type Records } from './read-records.ts';
import type { Mapper } from './rows/map-row.ts';
import { settleDelivery } from './settle-delivery.ts';
import type { OpenShop } from './shops/open-shops.ts';
import type { Outcome, Task } from './task.ts';
import { buildUnits, type Units } from './units.ts';

type Outcomes = Map<RecordKey, Outcome>;

/** What a try at some records came to, seen from inside. */
export interface Told {
  booked: Booked[];
  people: Map<PersonId, Person>;
  built: Units;
  /** As they were handed to deliver. */
  units: Unit[];
  delivered: Delivered;
}

export interface ComposeOptions {
  /** In the place of the mapping that holds. */
  mapping?: CurrentMapping;
  /** Hears what is told to Salesforce, and what it said. */
  watch?: (told: Told) => void;
}

/**
 * One shop's tasks, from "look at these records" to "Salesforce holds them": read them in the shop,
 * find whose they are, take hold of those people, book, map, and hand on to deliver. All of them go
 * by the mapping that held when they were begun.
 */
export async function composeShop(
  pool: Pool,
  client: SalesforceClient,
  open: OpenShop,
  tasks: Task[],
  { mapping, watch }: ComposeOptions = {},
): Promise<Outcomes> {
  const org = client.org.id;
  const current = mapping ?? (await useCurrentMapping(pool, open.shop));
  const mapper = { shop: open.shop, mapping: current };
  const records = await readRecords(pool, open, tasks);
  await enterProducts(pool, org, records.products);
  const named = await nameOwners(pool, client.org, open, records);
  const outcomes: Outcomes = new Map([...records.failed, ...named.failed]);
  const keys = keysOf(withoutSettled(records, outcomes));

  await withOwners(pool, org, named, keys, async (held) => {
    for (const key of held.busy) outcomes.set(key, { result: 'failed', failure: busy() });
    const free = withoutSettled(records, outcomes);
    const booked = withEvents(await book(pool, client, open, free, held, outcomes), tasks);
    for (const [key, outcome] of await tell(pool, client, mapper, booked, held, watch))
      outcomes.set(key, outcome);
  });
  return outcomes;
}

/** Of records that are somebody's; products are nobody's. */
function keysOf({ orders, carts, customers, shipments, returns }: Records): RecordKey[] {
  return [...orders, ...carts, ...customers, ...shipments, ...returns].map(({ key }) => key);
}

function busy(): Failure {
  return new Failure('person_busy', 'Another worker is busy with this person.');
}

function withoutSettled(records: Records, outcomes: Outcomes): Records {
  const isOpen = ({ key }: { key: RecordKey }): boolean => !outcomes.has(key);
  return {
    ...records,
    orders: records.orders.filter(isOpen),
    carts: records.carts.filter(isOpen),
    customers: records.customers.filter(isOpen),
    shipments: records.shipments.filter(isOpen),
    returns: records.returns.filter(isOpen),
  };
}

async function book(
  pool: Pool,
  client: SalesforceClient,
  open: OpenShop,
  records: Records,
  { peopleOf }: Held,
  outcomes: Outcomes,
): Promise<Booked[]> {
  const org = client.org.id;
  const { orders, carts, customers, products } = records;
  const bought = await bookOrders(pool, org, open, orders, peopleOf);
  const bookings = [
    bookProducts(products),
    bookCustomers(customers, peopleOf),
    bought,
    await bookParts(pool, org, open, records, bought.booked, peopleOf),
    await bookCarts(pool, org, open, carts, peopleOf),
  ];
  for (const { settled } of bookings)
    for (const [key, outcome] of settled) outcomes.set(key, outcome);
  return bookings.flatMap(({ booked }) => booked);
}

/** With what was heard of each last. */
function withEvents(booked: Booked[], tasks: Task[]): Booked[] {
  const events = new Map(tasks.map(({ key, events: heard }) => [key, heard.at(-1)]));
  return booked.map((one) => {
    const event = events.get(one.key);
    return event ? { ...one, event } : one;
  });
}

/** From the books to Salesforce. People nobody can tell apart hold only their own records up. */
async function tell(
  pool: Pool,
  client: SalesforceClient,
  mapper: Mapper,
  booked: Booked[],
  { told, matesOf }: Held,
  watch?: ComposeOptions['watch'],
): Promise<Outcomes> {
  const ids = [...new Set(booked.flatMap(({ people }) => people))];
  const profiles = await settleWords(pool, mapper.shop.id, [...ids, ...matesOf(ids)], told);
  const { people, failed, left } = await linkPeople(pool, client, mapper.shop.id, ids);
  const outcomes: Outcomes = new Map();
  for (const { key, people: owners } of booked)
    if (owners.some((person) => left.has(person)))
      outcomes.set(key, { result: 'ignored', details: { why: LEFT_BY_DECISION } });
  for (const [key, outcome] of failuresOf(booked, failed)) outcomes.set(key, outcome);
  const clear = booked.filter(({ key }) => !outcomes.has(key));
  const near = await besides(pool, clear, people, matesOf);
  const companies = await findCompanies(pool, client, mapper, near.people, profiles);
  const waiting = failuresOf(clear, companies.failed);
  for (const [key, outcome] of waiting) outcomes.set(key, outcome);
  const ready = clear.filter(({ key }) => !waiting.has(key));
  const around = { ...near, matesOf, profiles, accounts: companies.accounts };
  const org = await withPersonType(client, around.people.values());
  const built = await buildUnits(pool, org, mapper, ready, around);
  const units = await correct(pool, client.org.id, built.units);
  await countTroubles(pool, mapper.shop, [...built.problems.values()].flat());
  const emptying = await surplusOf(pool, mapper, [...around.people.keys()]);
  const delivered = await deliver(pool, client, [...units, ...emptying.map(({ unit }) => unit)]);
  watch?.({ booked: ready, people, built, units, delivered });
  const known = new Map([...people, ...around.mates]);
  const settled = await settleDelivery(pool, client, mapper.shop.id, known, built, delivered);
  const full = await settleSurplus(pool, emptying, delivered);
  return new Map([...outcomes, ...settled, ...failuresOf(ready, full)]);
}

/** Of those whose records are told, themselves and who shares an address with them. */
async function besides(
  pool: Pool,
  booked: Booked[],
  known: Map<PersonId, Person>,
  matesOf: Held['matesOf'],
): Promise<Pick<Around, 'people' | 'mates'>> {
  const told = new Set(booked.flatMap(({ people }) => people));
  const near = matesOf([...told]);
  const mates = near.length > 0 ? await loadPeople(pool, near) : new Map<PersonId, Person>();
  return { people: new Map([...known].filter(([id]) => told.has(id))), mates };
}

/** Records of people of whom something else could not be written: they come again, too. */
function failuresOf(booked: Booked[], failed: Map<PersonId, Failure>): Outcomes {
  return new Map(
    booked.flatMap(({ key, people }): [RecordKey, Outcome][] => {
      const failure = people.map((id) => failed.get(id)).find((one) => one !== undefined);
      return failure ? [[key, { result: 'failed', failure }]] : [];
    }),
  );
}
