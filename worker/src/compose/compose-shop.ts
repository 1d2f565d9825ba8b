import { deliver, type Delivered } from '../deliver/deliver.ts';
import type { Unit } from '../deliver/row.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import type { Pool } from '../shared/database/pool.ts';
import { Failure } from '../shared/failure.ts';
import type { PersonId, RecordKey } from '../shared/ids.ts';
import {
  bookCarts,
  bookCustomers,
  bookOrders,
  bookProducts,
  type Booked,
  type PeopleOf,
} from './book-records.ts';
import { bookProducts as enterProducts } from './books/product-book.ts';
import { correct } from './corrections.ts';
import { useCurrentMapping, type CurrentMapping } from './mapping/current-mapping.ts';
import { countTroubles } from './mapping/troubles.ts';
import { identify } from './people/identify.ts';
import { linkPeople } from './people/link-people.ts';
import { withPeopleLocked } from './people/lock-people.ts';
import { mentionsOf, type Mentioned } from './people/mentions.ts';
import { priorPeople } from './people/prior-people.ts';
import type { Person, Profile } from './people/person.ts';
import { settleProfiles, wordsOf } from './people/profiles.ts';
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
  const { mentioned, failed } = await mentionsOf(pool, org, open, records);
  const outcomes: Outcomes = new Map([...records.failed, ...failed]);
  const found = await identify(
    pool,
    org,
    open.shop.id,
    mentioned.map(({ mention }) => mention),
  );
  const peopleOf = await everyone(pool, open, records, mentioned, found);
  const unsettled = withoutSettled(records, outcomes);
  const people = [...unsettled.orders, ...unsettled.carts, ...unsettled.customers].flatMap(
    ({ key }) => peopleOf(key),
  );

  await withPeopleLocked(pool, [...new Set(people)], async (mine) => {
    const free = postponeBusy(unsettled, peopleOf, mine, outcomes);
    const booked = await book(pool, client, open, free, peopleOf, outcomes);
    const theirs = [...new Set(booked.flatMap(({ people: owners }) => owners))];
    const profiles = await settleProfiles(pool, theirs, wordsOf(mentioned, found));
    const told = await tell(pool, client, mapper, withEvents(booked, tasks), profiles, watch);
    for (const [key, outcome] of told) outcomes.set(key, outcome);
  });
  return outcomes;
}

/** Whom each record names now, then whom the books named before. */
async function everyone(
  pool: Pool,
  open: OpenShop,
  records: Records,
  mentioned: Mentioned[],
  found: (PersonId | null)[],
): Promise<PeopleOf> {
  const named = new Map(mentioned.map(({ key }, index) => [key, found[index] ?? null]));
  const before = await priorPeople(pool, open, records);
  return (key) => {
    const now = named.get(key);
    return [...new Set([...(now ? [now] : []), ...(before.get(key) ?? [])])];
  };
}

function withoutSettled(records: Records, outcomes: Outcomes): Records {
  const isOpen = ({ key }: { key: RecordKey }): boolean => !outcomes.has(key);
  return {
    ...records,
    orders: records.orders.filter(isOpen),
    carts: records.carts.filter(isOpen),
    customers: records.customers.filter(isOpen),
  };
}

/** Records of people another worker is busy with come again in a moment. */
function postponeBusy(
  records: Records,
  peopleOf: PeopleOf,
  mine: Set<PersonId>,
  outcomes: Outcomes,
): Records {
  for (const { key } of [...records.orders, ...records.carts, ...records.customers]) {
    if (peopleOf(key).every((person) => mine.has(person))) continue;
    const failure = new Failure('person_busy', 'Another worker is busy with this person.');
    outcomes.set(key, { result: 'failed', failure });
  }
  return withoutSettled(records, outcomes);
}

async function book(
  pool: Pool,
  client: SalesforceClient,
  open: OpenShop,
  { orders, carts, customers, products }: Records,
  peopleOf: PeopleOf,
  outcomes: Outcomes,
): Promise<Booked[]> {
  const org = client.org.id;
  const bookings = [
    bookProducts(products),
    bookCustomers(customers, peopleOf),
    await bookOrders(pool, org, open, orders, peopleOf),
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
  profiles: Map<PersonId, Profile>,
  watch?: ComposeOptions['watch'],
): Promise<Outcomes> {
  const ids = [...new Set(booked.flatMap(({ people }) => people))];
  const { people, failed } = await linkPeople(pool, client, mapper.shop.id, ids);
  const outcomes: Outcomes = new Map();
  const clear = booked.filter(({ key, people: owners }) => {
    const failure = owners.map((person) => failed.get(person)).find((one) => one !== undefined);
    if (failure) outcomes.set(key, { result: 'failed', failure });
    return !failure;
  });
  const built = await buildUnits(pool, client.org, mapper, clear, people, profiles);
  const units = await correct(pool, client.org.id, built.units);
  await countTroubles(pool, mapper.shop, [...built.problems.values()].flat());
  const delivered = await deliver(pool, client, units);
  watch?.({ booked: clear, people, built, units, delivered });
  return new Map([...outcomes, ...(await settleDelivery(pool, client, people, built, delivered))]);
}
