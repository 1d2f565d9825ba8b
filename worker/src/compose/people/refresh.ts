import type { Here } from '../../deliver/salesforce/fates.ts';
import { transaction, type Client, type Pool } from '../../shared/database/pool.ts';
import type { OrgId, PersonId } from '../../shared/ids.ts';
import { lockRegister } from './identify.ts';

/** A person whose record is where it was. */
export interface Seen {
  person: PersonId;
  here: Here;
}

/**
 * Takes over what Salesforce's users changed on people who stayed the same record: their account,
 * whether they want mail, and an address, which becomes one more name of theirs unless it is
 * somebody's already. Two queries where nothing is news.
 */
export async function refreshPeople(pool: Pool, org: OrgId, seen: Seen[]): Promise<void> {
  if (seen.length === 0) return;
  await pool.query(
    // In the order of ids, as everybody locks people.
    `with told as (
       select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::boolean[])
         as told (id, account_id, account_told, opted_out)
     ), locked as (
       select id from cartbridge.person join told using (id)
       where (account_told and person.account_id is distinct from told.account_id)
          or person.opted_out <> coalesce(told.opted_out, person.opted_out)
       order by id for no key update of person
     )
     update cartbridge.person
     set account_id = case when account_told then told.account_id else person.account_id end,
         opted_out = coalesce(told.opted_out, person.opted_out)
     from told join locked using (id)
     where person.id = told.id`,
    [
      seen.map(({ person }) => person),
      seen.map(({ here }) => here.accountId ?? null),
      seen.map(({ here }) => here.accountId !== undefined),
      seen.map(({ here }) => here.optedOut ?? null),
    ],
  );
  const unknown = await pool.query<{ id: PersonId; email: string }>(
    `select id, email from unnest($2::uuid[], $3::text[]) as told (id, email)
     where email is not null and not exists (
       select from cartbridge.person_key where org_id = $1 and key = 'email:' || told.email)`,
    [org, seen.map(({ person }) => person), seen.map(({ here }) => here.email)],
  );
  if (unknown.rows.length === 0) return;
  await transaction(pool, async (client) => {
    await lockRegister(client, org);
    for (const { id, email } of unknown.rows) await nameByAddress(client, org, id, email);
  });
}

/**
 * The address becomes a name of the person, org-wide and in each shop that knows them, where it is
 * nobody's yet. The register is to be locked before.
 */
export async function nameByAddress(
  client: Client,
  org: OrgId,
  id: PersonId,
  email: string,
): Promise<void> {
  await client.query(
    `insert into cartbridge.person_key (org_id, key, person_id)
     select $1, key, $2 from (
       select 'email:' || $3::text as key
       union
       select split_part(name, ':', 1) || ':email:' || $3
       from (
         select key as name from cartbridge.person_key where person_id = $2
         union select customer_key from cartbridge.person where id = $2
       ) as names
       where split_part(name, ':', 2) in ('customer', 'email', 'guest')
     ) as claimed
     on conflict do nothing`,
    [org, id, email],
  );
}
