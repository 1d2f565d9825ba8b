import type { Client, Queryable } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, SalesforceId } from '../../shared/ids.ts';
import type { CartBlock } from '../books/cart-block.ts';
import type { ShopRecord } from '../canonical.ts';

export type PersonObject = 'Lead' | 'Contact';

/** A shopper as the worker knows them: one row, whatever names they go by. */
export interface Person {
  id: PersonId;
  /** Customer_Key__c. */
  customerKey: string;
  email: string | null;
  customerGroup: string | null;
  /** The Lead or Contact they are; null until known. */
  link: { object: PersonObject; id: SalesforceId } | null;
  /** The cart block as Salesforce last got it. */
  cartBlock: CartBlock | null;
}

/** What a shop's record says about its person; only used to create a Lead or Contact. */
export interface Profile {
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  phone: string | null;
  /** The shop's own record of the customer; null for a guest. */
  raw: ShopRecord | null;
}

interface PersonRow {
  id: PersonId;
  customerKey: string;
  email: string | null;
  customerGroup: string | null;
  object: PersonObject | null;
  salesforceId: SalesforceId | null;
  cartBlock: CartBlock | null;
}

/** In the order of ids: whoever locks several people does so in this order. */
export async function loadPeople(db: Queryable, ids: PersonId[]): Promise<Map<PersonId, Person>> {
  const { rows } = await db.query<PersonRow>(
    `select id, customer_key as "customerKey", email, customer_group as "customerGroup", object,
            salesforce_id as "salesforceId", cart_block as "cartBlock"
     from cartbridge.person where id = any($1::uuid[]) order by id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, toPerson(row)]));
}

function toPerson({ object, salesforceId, ...person }: PersonRow): Person {
  return { ...person, link: object && salesforceId ? { object, id: salesforceId } : null };
}

/** Every name the people go by, such as `bc1:customer:11`. */
export async function loadKeys(db: Queryable, ids: PersonId[]): Promise<Map<PersonId, string[]>> {
  const { rows } = await db.query<{ id: PersonId; keys: string[] }>(
    `select person_id as id, array_agg(key) as keys from cartbridge.person_key
     where person_id = any($1::uuid[]) group by person_id`,
    [ids],
  );
  return new Map(rows.map(({ id, keys }) => [id, keys]));
}

export async function saveLink(
  client: Client,
  id: PersonId,
  link: { object: PersonObject; id: SalesforceId },
): Promise<void> {
  await client.query('update cartbridge.person set object = $2, salesforce_id = $3 where id = $1', [
    id,
    link.object,
    link.id,
  ]);
}

/** Forgets which Lead or Contact a person is, so that the next try looks for them again. */
export async function dropLink(client: Client, org: OrgId, id: PersonId): Promise<void> {
  await client.query(
    'update cartbridge.person set object = null, salesforce_id = null where id = $1',
    [id],
  );
  await client.query(
    `delete from cartbridge.written where org_id = $1 and object in ('Lead', 'Contact') and external_id = $2`,
    [org, personRowKey(id)],
  );
}

/** What a delivery or a search taught about a person; what is absent stays as it is. */
export interface Lesson {
  id: PersonId;
  link?: { object: PersonObject; id: SalesforceId };
  cartBlock?: CartBlock;
}

/** In the order of ids, as everybody locks people: two who wait for each other would both fail. */
export async function lockPersonRows(client: Client, ids: PersonId[]): Promise<void> {
  await client.query(
    'select from cartbridge.person where id = any($1::uuid[]) order by id for no key update',
    [ids],
  );
}

/** Saves all lessons in one statement; the rows are to be locked before. */
export async function saveLessons(client: Client, lessons: Lesson[]): Promise<void> {
  if (lessons.length === 0) return;
  await client.query(
    `update cartbridge.person
     set object = coalesce(lesson.object, person.object),
         salesforce_id = coalesce(lesson.salesforce_id, person.salesforce_id),
         cart_block = coalesce(lesson.cart_block, person.cart_block)
     from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[])
       as lesson (id, object, salesforce_id, cart_block)
     where person.id = lesson.id`,
    [
      lessons.map(({ id }) => id),
      lessons.map(({ link }) => link?.object ?? null),
      lessons.map(({ link }) => link?.id ?? null),
      lessons.map(({ cartBlock }) => (cartBlock ? JSON.stringify(cartBlock) : null)),
    ],
  );
}

/** What a person's row is remembered by among the rows written to Salesforce. */
export function personRowKey(id: PersonId): string {
  return `person:${id}`;
}
