import { createHash } from 'node:crypto';
import { transaction, type Client, type Pool } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, ShopId } from '../../shared/ids.ts';

/** How a shop's record names its person. */
export interface Mention {
  /** Null: a guest. */
  customerId: string | null;
  email: string | null;
  /** Known only where the customer record itself was read. */
  customerGroup?: string | null;
}

/**
 * Whose record it is, by the worker's own books: the shop's customer id first, then the email. A
 * guest and a customer with the same email are one person; two customers of one shop never are,
 * even with the same email, which a shop may give to one customer per channel.
 *
 * Unknown people get a row here; whether Salesforce knows them is found out later (search.ts).
 * Null for a mention that names nobody.
 */
export async function identify(
  pool: Pool,
  org: OrgId,
  shop: ShopId,
  mentions: Mention[],
): Promise<(PersonId | null)[]> {
  const people: (PersonId | null)[] = [];
  for (const mention of mentions) {
    people.push(
      mention.customerId === null && mention.email === null
        ? null
        : await transaction(pool, (client) => identifyOne(client, org, shop, mention)),
    );
  }
  return people;
}

async function identifyOne(
  client: Client,
  org: OrgId,
  shop: ShopId,
  mention: Mention,
): Promise<PersonId> {
  const customerKey = mention.customerId === null ? null : `${shop}:customer:${mention.customerId}`;
  const emailKey = mention.email === null ? null : `email:${mention.email}`;
  const known =
    (customerKey === null ? null : await findKey(client, org, customerKey)) ??
    (emailKey === null ? null : await findByEmail(client, org, shop, emailKey, customerKey));
  const person = known ?? (await createPerson(client, org, shop, mention, customerKey));
  await addKeys(client, org, person, [customerKey, emailKey]);
  await update(client, person, mention, customerKey);
  return person;
}

async function findKey(client: Client, org: OrgId, key: string): Promise<PersonId | null> {
  const { rows } = await client.query<{ person: PersonId }>(
    'select person_id as person from cartbridge.person_key where org_id = $1 and key = $2',
    [org, key],
  );
  return rows[0]?.person ?? null;
}

/** The person of an email, unless they are another customer of the same shop. */
async function findByEmail(
  client: Client,
  org: OrgId,
  shop: ShopId,
  emailKey: string,
  customerKey: string | null,
): Promise<PersonId | null> {
  const person = await findKey(client, org, emailKey);
  if (!person || !customerKey) return person;
  const { rows } = await client.query(
    `select 1 from cartbridge.person_key where person_id = $1 and starts_with(key, $2) and key <> $3`,
    [person, `${shop}:customer:`, customerKey],
  );
  return rows.length > 0 ? null : person;
}

async function createPerson(
  client: Client,
  org: OrgId,
  shop: ShopId,
  { email }: Mention,
  customerKey: string | null,
): Promise<PersonId> {
  const { rows } = await client.query<{ id: PersonId }>(
    `insert into cartbridge.person (org_id, customer_key, email) values ($1, $2, $3)
     on conflict (org_id, customer_key) do update set customer_key = excluded.customer_key
     returning id`,
    [org, customerKey ?? guestKey(shop, email ?? ''), email],
  );
  const created = rows[0];
  if (!created) throw new Error('A person could not be stored.');
  return created.id;
}

/**
 * A guest's key is made from the address, so that two workers who meet the same new guest at once
 * make the same Lead; as a digest, so that the address does not travel in a key.
 */
export function guestKey(shop: ShopId, email: string): string {
  return `${shop}:guest:${createHash('sha256').update(email).digest('hex').slice(0, 20)}`;
}

/** The first to claim a name keeps it: an email shared by two customers stays the first one's. */
async function addKeys(
  client: Client,
  org: OrgId,
  person: PersonId,
  keys: (string | null)[],
): Promise<void> {
  await client.query(
    `insert into cartbridge.person_key (org_id, key, person_id)
     select $1, key, $2 from unnest($3::text[]) as key order by key
     on conflict do nothing`,
    [org, person, keys.filter((key) => key !== null)],
  );
}

/** A guest who registers goes by the customer id from then on. */
async function update(
  client: Client,
  person: PersonId,
  { email, customerGroup }: Mention,
  customerKey: string | null,
): Promise<void> {
  await client.query(
    `update cartbridge.person
     set customer_key = case when customer_key like '%:guest:%' and $2::text is not null
                             then $2 else customer_key end,
         email = coalesce(email, $3),
         customer_group = case when $4 then $5 else customer_group end
     where id = $1`,
    [person, customerKey, email, customerGroup !== undefined, customerGroup ?? null],
  );
}
