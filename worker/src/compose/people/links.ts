import type { Here } from '../../deliver/salesforce/fates.ts';
import type { Client, Queryable } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, SalesforceId } from '../../shared/ids.ts';
import { dropLink, letFollow, type PersonObject } from './person.ts';

/** A record of Salesforce that the books know, and how. */
export interface Known {
  salesforceId: SalesforceId;
  person: PersonId;
  /** `Link`: it is what the person is; else it was, or is one too many. */
  as: 'Link' | 'Deleted' | 'Surplus';
}

/** Which of these records the books know; the Contact of a person account stands for its Account. */
export async function knownLinks(db: Queryable, org: OrgId, ids: SalesforceId[]): Promise<Known[]> {
  const { rows } = await db.query<Known>(
    `select salesforce_id as "salesforceId", id as person, 'Link' as as from cartbridge.person
     where org_id = $1 and salesforce_id = any($2)
     union
     select salesforce_id, id, 'Link' from cartbridge.person
     where org_id = $1 and contact_id = any($2) and salesforce_id is not null
     union
     select salesforce_id, person_id, why from cartbridge.former_link
     where org_id = $1 and salesforce_id = any($2) and why in ('Deleted', 'Surplus')`,
    [org, ids],
  );
  return rows;
}

/** A person's link, their rows locked against everybody else. */
export interface Linked {
  id: PersonId;
  salesforceId: SalesforceId | null;
  object: PersonObject | null;
  customerKey: string;
  createdAt: Date;
}

/** These people and whoever else is one of the records, locked in the order of their ids. */
export async function lockLinked(
  client: Client,
  org: OrgId,
  people: PersonId[],
  records: SalesforceId[],
): Promise<Linked[]> {
  const { rows } = await client.query<Linked>(
    `select id, salesforce_id as "salesforceId", object, customer_key as "customerKey",
            created_at as "createdAt"
     from cartbridge.person
     where org_id = $1 and (id = any($2::uuid[]) or salesforce_id = any($3))
     order by id for no key update`,
    [org, people, records],
  );
  return rows;
}

/** Beside whose own record this one stands, one too many. */
export async function besideRecord(
  db: Queryable,
  org: OrgId,
  salesforceId: SalesforceId,
): Promise<PersonId[]> {
  const { rows } = await db.query<{ id: PersonId }>(
    `select person_id as id from cartbridge.former_link
     where org_id = $1 and salesforce_id = $2 and why = 'Surplus'`,
    [org, salesforceId],
  );
  return rows.map(({ id }) => id);
}

/** The person is no longer this record, which is remembered as having been theirs. */
export async function leaveRecord(
  client: Client,
  org: OrgId,
  { id, salesforceId, object }: Linked,
  why: 'Merged' | 'Converted' | 'Deleted',
): Promise<void> {
  await dropLink(client, org, id);
  if (salesforceId === null || object === null) return;
  await client.query(
    `insert into cartbridge.former_link (org_id, salesforce_id, object, person_id, why)
     values ($1, $2, $3, $4, $5)
     on conflict (org_id, salesforce_id) do update
       set person_id = excluded.person_id, why = excluded.why, since = now()`,
    [org, salesforceId, object, id, why],
  );
  if (why === 'Deleted') await markDeleted(client, id);
}

async function markDeleted(client: Client, id: PersonId): Promise<void> {
  await client.query(
    'update cartbridge.person set deleted_at = coalesce(deleted_at, now()) where id = $1',
    [id],
  );
}

/**
 * The person is this record from now on. All they are known for is written to it afresh, and what
 * points at them follows.
 */
export async function enterRecord(
  client: Client,
  org: OrgId,
  id: PersonId,
  here: Here,
): Promise<void> {
  await dropLink(client, org, id);
  await client.query(
    `update cartbridge.person set object = $2, salesforce_id = $3, contact_id = $4,
       account_id = $5, opted_out = coalesce($6, opted_out), deleted_at = null
     where id = $1`,
    [id, here.object, here.id, here.contactId, here.accountId ?? null, here.optedOut ?? null],
  );
  await forgetFormer(client, org, here.id);
  await letFollow(client, [id]);
}

/** What became of a record that was one too many beside the person's own. */
export async function renameFormer(
  client: Client,
  org: OrgId,
  salesforceId: SalesforceId,
  why: 'Merged' | 'Converted' | 'Deleted' | 'Surplus',
): Promise<void> {
  await client.query(
    `update cartbridge.former_link set why = $3, since = now()
     where org_id = $1 and salesforce_id = $2`,
    [org, salesforceId, why],
  );
}

/** The record is somebody's again. */
export async function forgetFormer(
  client: Client,
  org: OrgId,
  salesforceId: SalesforceId,
): Promise<void> {
  await client.query(
    'delete from cartbridge.former_link where org_id = $1 and salesforce_id = $2',
    [org, salesforceId],
  );
}
