import { deliver } from '../deliver/deliver.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import type { Pool } from '../shared/database/pool.ts';
import { Failure } from '../shared/failure.ts';
import type { PersonId, RecordKey } from '../shared/ids.ts';
import {
  bookCarts,
  bookCustomers,
  bookOrders,
  type Booked,
  type PeopleOf,
} from './book-records.ts';
import { bookProducts } from './books/product-book.ts';
import { correct } from './corrections.ts';
import { identify } from './people/identify.ts';
import { linkPeople } from './people/link-people.ts';
import { withPeopleLocked } from './people/lock-people.ts';
import { mentionsOf, type Mentioned } from './people/mentions.ts';
import { priorPeople } from './people/prior-people.ts';
import type { Profile } from './people/person.ts';
import { readRecords, type Records } from './read-records.ts';
import { settleDelivery } from './settle-delivery.ts';
import type { OpenShop } from './shops/open-shops.ts';
import type { Outcome, Task } from './task.ts';
import { buildUnits } from './units.ts';

type Outcomes = Map<RecordKey, Outcome>;

/**
 * One shop's tasks, from "look at these records" to "Salesforce holds them": read them in the shop,
 * find whose they are, take hold of those people, book, map, and hand on to deliver.
 */
export async function composeShop(
  pool: Pool,
  client: SalesforceClient,
  open: OpenShop,
  tasks: Task[],
): Promise<Outcomes> {
  const org = client.org.id;
  const records = await readRecords(pool, open, tasks);
  await bookProducts(pool, org, records.products);
  const { mentioned, failed } = await mentionsOf(pool, org, open, records);
  const outcomes: Outcomes = new Map([
    ...records.failed,
    ...failed,
    ...records.products.map(({ key }) => [key, { result: 'unchanged' }] as [RecordKey, Outcome]),
  ]);
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
    const profiles = profilesOf(mentioned, found);
    for (const [key, outcome] of await tell(pool, client, open, booked, profiles))
      outcomes.set(key, outcome);
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
  { orders, carts, customers }: Records,
  peopleOf: PeopleOf,
  outcomes: Outcomes,
): Promise<Booked[]> {
  const org = client.org.id;
  const bookings = [
    bookCustomers(customers, peopleOf),
    await bookOrders(pool, org, open, orders, peopleOf),
    await bookCarts(pool, org, open, carts, peopleOf),
  ];
  for (const { settled } of bookings)
    for (const [key, outcome] of settled) outcomes.set(key, outcome);
  return bookings.flatMap(({ booked }) => booked);
}

function profilesOf(mentioned: Mentioned[], found: (PersonId | null)[]): Map<PersonId, Profile> {
  const profiles = new Map<PersonId, Profile>();
  mentioned.forEach(({ profile }, index) => {
    const person = found[index];
    if (person) profiles.set(person, profile);
  });
  return profiles;
}

/** From the books to Salesforce. People nobody can tell apart hold only their own records up. */
async function tell(
  pool: Pool,
  client: SalesforceClient,
  open: OpenShop,
  booked: Booked[],
  profiles: Map<PersonId, Profile>,
): Promise<Outcomes> {
  const ids = [...new Set(booked.flatMap(({ people }) => people))];
  const { people, failed } = await linkPeople(pool, client, open.shop.id, ids);
  const outcomes: Outcomes = new Map();
  const clear = booked.filter(({ key, people: owners }) => {
    const failure = owners.map((person) => failed.get(person)).find((one) => one !== undefined);
    if (failure) outcomes.set(key, { result: 'failed', failure });
    return !failure;
  });
  const built = await buildUnits(pool, client.org, open.shop, clear, people, profiles);
  const units = await correct(pool, client.org.id, built.units);
  const delivered = await deliver(pool, client, units);
  return new Map([...outcomes, ...(await settleDelivery(pool, client, people, built, delivered))]);
}
