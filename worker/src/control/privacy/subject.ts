import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, RecordKey, SalesforceId } from '../../shared/ids.ts';
import { addressPattern } from './address-pattern.ts';

/** A record of Salesforce that is, or was, somebody. */
export interface PersonRecord {
  object: 'Lead' | 'Contact' | 'Account';
  id: SalesforceId;
}

/** Whom it is about, by all that the books know them by. Plain data: it is kept, sealed, meanwhile. */
export interface Subject {
  people: PersonId[];
  /** Customer keys and the names of `person_key`; none that somebody else goes by as well. */
  names: string[];
  /** Lower case; none that somebody else goes by as well. */
  addresses: string[];
  /** Their orders, carts, shipments, returns, and their own records as customers. */
  records: RecordKey[];
  salesforce: PersonRecord[];
}

/**
 * Gathers what the books know people by.
 * @param asked an address that was asked for: it may stand in texts where nobody is known by it
 */
export async function loadSubject(
  db: Queryable,
  org: OrgId,
  people: PersonId[],
  asked: string | null,
): Promise<Subject> {
  const names = await namesOf(db, org, people);
  const known = [...names.flatMap(addressIn), ...(await emailsOf(db, people))];
  const all = [...new Set([...known, ...(asked === null ? [] : [asked])])];
  const shared = await addressesOfOthers(db, org, people, all);
  const addresses = all.filter((address) => !shared.has(address));
  const own = names.filter((name) => addressIn(name).every((address) => !shared.has(address)));
  return {
    people,
    names: [...new Set([...own, ...(await namesByAddress(db, org, addresses))])].sort(),
    addresses: addresses.sort(),
    records: await recordsOf(db, org, people, names, addresses),
    salesforce: await salesforceOf(db, people),
  };
}

function addressIn(name: string): string[] {
  const found = /^(?:[^:]+:)?email:(.+)$/.exec(name)?.[1];
  return found === undefined ? [] : [found];
}

async function namesOf(db: Queryable, org: OrgId, people: PersonId[]): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select key as name from cartbridge.person_key where org_id = $1 and person_id = any($2::uuid[])
     union select customer_key from cartbridge.person where id = any($2::uuid[])`,
    [org, people],
  );
  return rows.map(({ name }) => name);
}

async function emailsOf(db: Queryable, people: PersonId[]): Promise<string[]> {
  const { rows } = await db.query<{ email: string }>(
    `select lower(email) as email from (
       select email from cartbridge.person where id = any($1::uuid[])
       union select profile->'profile'->>'email' from cartbridge.person where id = any($1::uuid[])
     ) as said where email like '%@%'`,
    [people],
  );
  return rows.map(({ email }) => email);
}

/** An address of a family or an office stays the others' when one of them is erased. */
async function addressesOfOthers(
  db: Queryable,
  org: OrgId,
  people: PersonId[],
  addresses: string[],
): Promise<Set<string>> {
  const { rows } = await db.query<{ address: string }>(
    `select address from unnest($3::text[]) as address where exists (
       select from cartbridge.person left join cartbridge.person_key on person_id = person.id
       where person.org_id = $1 and person.id <> all($2::uuid[])
         and (lower(email) = address or key = 'email:' || address
              or split_part(key, ':', 2) = 'email' and key like '%:' || address))`,
    [org, people, addresses],
  );
  return new Set(rows.map(({ address }) => address));
}

/** How every shop of the org would name who comes with one of these addresses. */
async function namesByAddress(db: Queryable, org: OrgId, addresses: string[]): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select 'email:' || address as name from unnest($2::text[]) as address
     union
     select shop.id || ':email:' || address
     from unnest($2::text[]) as address, cartbridge.shop where org_id = $1`,
    [org, addresses],
  );
  return rows.map(({ name }) => name);
}

async function recordsOf(
  db: Queryable,
  org: OrgId,
  people: PersonId[],
  names: string[],
  addresses: string[],
): Promise<RecordKey[]> {
  const { rows } = await db.query<{ key: RecordKey }>(
    `with orders as (
       select key from cartbridge.order_ledger where org_id = $1 and person_id = any($2::uuid[])
     )
     select key from orders
     union
     select key from cartbridge.order_part where org_id = $1 and order_key in (select key from orders)
     union
     select key from cartbridge.cart_ledger
     where org_id = $1 and (person_id = any($2::uuid[])
       or person_id is null and $4::text is not null and cart::text ~* $4)
     union
     select name from unnest($3::text[]) as name where split_part(name, ':', 2) = 'customer'
     order by key`,
    [org, people, names, addressPattern(addresses)],
  );
  return rows.map(({ key }) => key);
}

async function salesforceOf(db: Queryable, people: PersonId[]): Promise<PersonRecord[]> {
  const { rows } = await db.query<PersonRecord>(
    `select object, salesforce_id as id from cartbridge.person
     where id = any($1::uuid[]) and salesforce_id is not null
     union
     select object, salesforce_id from cartbridge.former_link where person_id = any($1::uuid[])
     order by id`,
    [people],
  );
  return rows;
}
