import { z } from 'zod';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { literal, queryAll } from '../../deliver/salesforce/query.ts';
import type { Queryable } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { OrgId, PersonId, SalesforceId } from '../../shared/ids.ts';
import { guestKey } from '../../compose/people/names.ts';
import type { ShopId } from '../../shared/ids.ts';

const PREFIXES: Record<string, string> = { '003': 'Contact', '00Q': 'Lead', '001': 'Account' };

/** Who is meant: exactly one of the three. */
export const questionShape = z.union([
  z.strictObject({ email: z.email().transform((email) => email.trim().toLowerCase()) }),
  z.strictObject({ customerKey: z.string().trim().min(3).max(255) }),
  z.strictObject({ recordId: z.string().regex(/^(003|00Q|001)(\w{12}|\w{15})$/) }),
]);
export type Question = z.output<typeof questionShape>;

/** Somebody of the books, without a name or an address: those are seen in Salesforce, by the id. */
export interface FoundPerson {
  id: PersonId;
  customerKey: string;
  object: 'Lead' | 'Contact' | 'Account' | null;
  recordId: SalesforceId | null;
  registered: boolean;
  orders: number;
  carts: number;
}

export interface Found {
  people: FoundPerson[];
  /** The address that was asked for, or that the record has; null where a key was. */
  address: string | null;
}

/** Everybody in an org's books who may be meant; nobody is a good answer too. */
export async function findPeople(
  db: Queryable,
  client: SalesforceClient,
  question: Question,
): Promise<Found> {
  const org = client.org.id;
  if ('email' in question)
    return { people: await byAddress(db, org, question.email), address: question.email };
  if ('customerKey' in question)
    return { people: await byNames(db, org, [question.customerKey]), address: null };
  const people = await byRecord(db, org, question.recordId);
  if (people.length > 0) return { people, address: null };
  // A record that the books do not know may have the address of somebody they do know.
  const address = await addressOf(client, question.recordId);
  return { people: address === null ? [] : await byAddress(db, org, address), address };
}

/** Of several people those who were chosen; null where a choice is missing. Throws where it is wrong. */
export function choose(
  { people }: Found,
  chosen: PersonId[] | 'all' | undefined,
): PersonId[] | null {
  const ids = people.map(({ id }) => id);
  if (chosen === 'all' || (chosen === undefined && ids.length <= 1)) return ids;
  if (chosen === undefined) return null;
  if (chosen.length === 0 || !chosen.every((id) => ids.includes(id)))
    throw new Failure('mapping', 'One of the chosen people is not among those who were found.', {
      nextStep: 'Find them again and choose anew.',
    });
  return chosen;
}

async function byAddress(db: Queryable, org: OrgId, email: string): Promise<FoundPerson[]> {
  const { rows } = await db.query<{ id: ShopId }>(
    'select id from cartbridge.shop where org_id = $1',
    [org],
  );
  const names = rows.flatMap(({ id }) => [`${id}:email:${email}`, guestKey(id, email)]);
  return byNames(db, org, [`email:${email}`, ...names], email);
}

async function byNames(
  db: Queryable,
  org: OrgId,
  names: string[],
  email: string | null = null,
): Promise<FoundPerson[]> {
  return load(
    db,
    `person.org_id = $1 and (customer_key = any($2) or lower(email) = $3
       or id in (select person_id from cartbridge.person_key where org_id = $1 and key = any($2)))`,
    [org, names, email],
  );
}

async function byRecord(db: Queryable, org: OrgId, id: string): Promise<FoundPerson[]> {
  return load(
    db,
    `person.org_id = $1 and (left(salesforce_id, 15) = $2 or left(contact_id, 15) = $2
       or id in (select person_id from cartbridge.former_link
                 where org_id = $1 and left(salesforce_id, 15) = $2))`,
    [org, id.slice(0, 15)],
  );
}

async function load(db: Queryable, where: string, values: unknown[]): Promise<FoundPerson[]> {
  const { rows } = await db.query<FoundPerson>(
    `select id, customer_key as "customerKey", object, salesforce_id as "recordId",
       split_part(customer_key, ':', 2) = 'customer' as registered,
       (select count(*)::int from cartbridge.order_ledger where person_id = person.id) as orders,
       (select count(*)::int from cartbridge.cart_ledger where person_id = person.id) as carts
     from cartbridge.person where ${where} order by created_at, id`,
    values,
  );
  return rows;
}

async function addressOf(client: SalesforceClient, id: string): Promise<string | null> {
  const object = PREFIXES[id.slice(0, 3)] ?? 'Contact';
  if (object === 'Account') return null;
  const [records = []] = await queryAll(client, [
    `SELECT Email FROM ${object} WHERE Id = ${literal(id)}`,
  ]);
  const email = records[0]?.Email;
  return typeof email === 'string' && email !== '' ? email.toLowerCase() : null;
}
