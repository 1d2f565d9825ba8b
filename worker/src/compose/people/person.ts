import type { Client, Queryable } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, RecordKey, SalesforceId } from '../../shared/ids.ts';
import type { CartBlock } from '../books/cart-block.ts';
import type { Address, Decimal, ShopRecord } from '../canonical.ts';
import type { Consents } from './consent.ts';

export type PersonObject = 'Lead' | 'Contact' | 'Account';

/** A shopper as the worker knows them: one row, whatever names they go by. */
export interface Person {
  id: PersonId;
  /** Customer_Key__c. */
  customerKey: string;
  email: string | null;
  customerGroup: string | null;
  /** The Lead, Contact or person account they are; null until known. */
  link: { object: PersonObject; id: SalesforceId } | null;
  /** Of a person account: the Contact in it. */
  contactId?: SalesforceId | null;
  /** The Account of their Contact, as Salesforce last told. */
  accountId: SalesforceId | null;
  /** The cart block as Salesforce last got it. */
  cartBlock: CartBlock | null;
  /** What each shop last said of their consent. */
  consent: Consents;
  /** Salesforce's own `HasOptedOutOfEmail`. */
  optedOut: boolean;
  /** Somebody deleted their record in Salesforce: it is not made again. */
  deletedAt: Date | null;
  /** A Lead of theirs was converted; it keeps its Customer_Key__c and cannot be written any more. */
  hasClosedLead?: boolean;
  createdAt: Date;
}

/** What a shop's record says about its person; the name is only used to create a Lead or Contact. */
export interface Profile {
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  phone: string | null;
  /** These only a customer's own record tells; older books do not have them. */
  billing?: Address | null;
  shipping?: Address | null;
  loyaltyPoints?: Decimal | null;
  /** `<shop>:company:<id>` of the company they buy for, and of the one above it. */
  companyKey?: RecordKey | null;
  parentCompanyKey?: RecordKey | null;
  /** The shop's own record of the customer; null for a guest. */
  raw: ShopRecord | null;
}

interface PersonRow extends Omit<Person, 'link'> {
  object: PersonObject | null;
  salesforceId: SalesforceId | null;
}

/** In the order of ids: whoever locks several people does so in this order. */
export async function loadPeople(db: Queryable, ids: PersonId[]): Promise<Map<PersonId, Person>> {
  const { rows } = await db.query<PersonRow>(
    `select id, customer_key as "customerKey", email, customer_group as "customerGroup", object,
            salesforce_id as "salesforceId", cart_block as "cartBlock", consent,
            contact_id as "contactId", account_id as "accountId", opted_out as "optedOut", deleted_at as "deletedAt",
            created_at as "createdAt", exists (
              select from cartbridge.former_link
              where person_id = person.id and object = 'Lead' and why = 'Converted'
            ) as "hasClosedLead"
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
  await client.query(
    `update cartbridge.person set object = $2, salesforce_id = $3, deleted_at = null where id = $1`,
    [id, link.object, link.id],
  );
}

/** Forgets which record a person is, and what was written to it. */
export async function dropLink(client: Client, org: OrgId, id: PersonId): Promise<void> {
  await client.query(
    `update cartbridge.person set object = null, salesforce_id = null, contact_id = null
     where id = $1`,
    [id],
  );
  await client.query(
    `delete from cartbridge.written
     where org_id = $1 and object in ('Lead', 'Contact', 'Account') and external_id = $2`,
    [org, personRowKey(id)],
  );
}

/** What a delivery or a search taught about a person; what is absent stays as it is. */
export interface Lesson {
  id: PersonId;
  link?: { object: PersonObject; id: SalesforceId };
  /** Of a person account: the Contact in it. */
  contactId?: SalesforceId;
  /** Null: their record has none. */
  accountId?: SalesforceId | null;
  optedOut?: boolean;
  cartBlock?: CartBlock;
  /** The campaign they are to be added to. */
  campaign?: SalesforceId;
}

/** In the order of ids, as everybody locks people: two who wait for each other would both fail. */
export async function lockPersonRows(client: Client, ids: PersonId[]): Promise<void> {
  await client.query(
    'select from cartbridge.person where id = any($1::uuid[]) order by id for no key update',
    [ids],
  );
}

/**
 * What points at these people is to follow them: their orders, carts and what belongs to those.
 * @param who which of them; absent: all
 */
export async function letFollow(
  client: Client,
  ids: PersonId[],
  who: 'all' | 'deleted' = 'all',
): Promise<void> {
  await client.query(
    `insert into cartbridge.moved_person (person_id, org_id)
     select id, org_id from cartbridge.person
     where id = any($1::uuid[]) and ($2 = 'all' or deleted_at is not null)
     on conflict (person_id) do update set last_key = '', moved_at = now()`,
    [ids, who],
  );
}

/** Saves all lessons together; the rows are to be locked before. */
export async function saveLessons(client: Client, lessons: Lesson[]): Promise<void> {
  if (lessons.length === 0) return;
  const linked = lessons.filter(({ link }) => link !== undefined).map(({ id }) => id);
  // While their record was deleted, theirs were written without a person.
  if (linked.length > 0) await letFollow(client, linked, 'deleted');
  await reclaim(client, lessons);
  await client.query(
    `update cartbridge.person
     set object = coalesce(lesson.object, person.object),
         salesforce_id = coalesce(lesson.salesforce_id, person.salesforce_id),
         contact_id = coalesce(lesson.contact_id, person.contact_id),
         deleted_at = case when lesson.salesforce_id is null then person.deleted_at end,
         cart_block = coalesce(lesson.cart_block, person.cart_block),
         account_id = case when lesson.knows_account then lesson.account_id else person.account_id end,
         opted_out = coalesce(lesson.opted_out, person.opted_out),
         campaign_due = coalesce(lesson.campaign, person.campaign_due)
     from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::boolean[], $6::text[],
                 $7::boolean[], $8::text[], $9::text[])
       as lesson (id, object, salesforce_id, cart_block, knows_account, account_id, opted_out,
                  campaign, contact_id)
     where person.id = lesson.id`,
    [
      lessons.map(({ id }) => id),
      lessons.map(({ link }) => link?.object ?? null),
      lessons.map(({ link }) => link?.id ?? null),
      lessons.map(({ cartBlock }) => (cartBlock ? JSON.stringify(cartBlock) : null)),
      lessons.map(({ accountId }) => accountId !== undefined),
      lessons.map(({ accountId }) => accountId ?? null),
      lessons.map(({ optedOut }) => optedOut ?? null),
      lessons.map(({ campaign }) => campaign ?? null),
      lessons.map(({ contactId }) => contactId ?? null),
    ],
  );
}

/** A record that was one too many, or lay in the bin, and is somebody's now is no former one any more. */
async function reclaim(client: Client, lessons: Lesson[]): Promise<void> {
  const links = lessons.flatMap(({ id, link }) => (link ? { id, record: link.id } : []));
  if (links.length === 0) return;
  await client.query(
    `delete from cartbridge.former_link as former
     using unnest($1::uuid[], $2::text[]) as lesson (id, record), cartbridge.person
     where person.id = lesson.id and former.org_id = person.org_id
       and former.salesforce_id = lesson.record`,
    [links.map(({ id }) => id), links.map(({ record }) => record)],
  );
}

/** What a person's row is remembered by among the rows written to Salesforce. */
export function personRowKey(id: PersonId): string {
  return `person:${id}`;
}
