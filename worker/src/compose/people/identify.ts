import { transaction, type Client, type Pool, type Queryable } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { OrgId, PersonId, ShopId } from '../../shared/ids.ts';
import type { PeoplePolicy } from '../../shared/people-policy.ts';
import type { OpenShop } from '../shops/open-shops.ts';
import { allNames, namesOf, type Mention } from './names.ts';
import { createRegister, enter, whoIs, type Entry, type Register } from './register.ts';

export { guestKey, type Mention } from './names.ts';

/** Whose a record is. */
export interface Identified {
  person: PersonId;
  /** People of the books who turned out to be the same human, to be merged into `person`. */
  same: PersonId[];
}

/**
 * Whose record it is, by the worker's own books: the shop's customer id first, then the email. A
 * guest and a customer with the same email are one person; two customers of one shop never are,
 * even with the same email, which a shop may give to one customer per channel.
 *
 * Unknown people get a row here; whether Salesforce knows them is found out later (search.ts).
 * Null for a mention that names nobody. However many the mentions, it costs one query where all is
 * known, and one short transaction otherwise. Nobody is merged yet: that takes their locks.
 * @param whoIsErased asked once more before anybody is entered; throws `person_busy` where an erasure
 *   began meanwhile, so that the same comes again and is left out
 */
export async function identify(
  pool: Pool,
  org: OrgId,
  shop: ShopId,
  mentions: Mention[],
  { matching }: Pick<PeoplePolicy, 'matching'>,
  whoIsErased?: OpenShop['whoIsErased'],
): Promise<(Identified | null)[]> {
  if (mentions.length === 0) return [];
  const policy = { acrossShops: matching.emailAcrossShops };
  const enterAll = (register: Register): (Entry | null)[] =>
    mentions.map((mention) => enter(register, shop, mention, policy));
  const names = mentions.flatMap((mention) => allNames(namesOf(shop, mention)));
  const seen = await loadRegister(pool, org, names);
  const people = enterAll(seen);
  if (!seen.entries.some(isNews)) return answersOf(seen, people);
  return transaction(pool, async (client) => {
    await lockRegister(client, org);
    if (((await whoIsErased?.(names, client))?.size ?? 0) > 0)
      throw new Failure('person_busy', 'Somebody is being erased just now.');
    const register = await loadRegister(client, org, names);
    const found = enterAll(register);
    await save(client, org, register.entries.filter(isNews));
    return answersOf(register, found);
  });
}

function isNews({ isNew, isChanged, newNames, sameAs }: Entry): boolean {
  return isNew ? sameAs === null : isChanged || newNames.size > 0;
}

/** Later mentions may have brought people together whom earlier ones told apart. */
function answersOf({ entries }: Register, found: (Entry | null)[]): (Identified | null)[] {
  return found.map((entry) => {
    if (!entry) return null;
    const person = whoIs(entry);
    const same = entries.filter((one) => !one.isNew && one !== person && whoIs(one) === person);
    return { person: person.id, same: same.map(({ id }) => id) };
  });
}

/**
 * Two workers may meet one new person at once, one as a guest and the other as a customer. They
 * take turns, an org at a time: the wait is one insert long, and a lock for each name would use up
 * the server's room for locks. Whoever merges people takes it too.
 */
export async function lockRegister(client: Client, org: OrgId): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 3))', [org]);
}

async function loadRegister(db: Queryable, org: OrgId, names: string[]): Promise<Register> {
  const { rows } = await db.query<
    Omit<Entry, 'names' | 'newNames' | 'isNew' | 'isChanged' | 'sameAs'> & { names: string[] }
  >(
    `with named as (
       select person_id as id from cartbridge.person_key where org_id = $1 and key = any($2)
       union
       select id from cartbridge.person where org_id = $1 and customer_key = any($2)
     )
     select id, customer_key as "customerKey", email, customer_group as "customerGroup", object,
            created_at as "createdAt",
            array(select key from cartbridge.person_key where person_id = id) as names
     from named join cartbridge.person using (id)`,
    [org, [...new Set(names)]],
  );
  return createRegister(
    rows.map((row) => ({
      ...row,
      names: new Set(row.names),
      newNames: new Set(),
      isNew: false,
      isChanged: false,
      sameAs: null,
    })),
  );
}

async function save(client: Client, org: OrgId, entries: Entry[]): Promise<void> {
  const known = entries.filter(({ isNew }) => !isNew);
  if (known.length > 0) await saveKnown(client, known);
  await client.query(
    `insert into cartbridge.person (id, org_id, customer_key, email, customer_group)
     select id, $1, customer_key, email, customer_group
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
       as added (id, customer_key, email, customer_group)`,
    [org, ...columns(entries.filter(({ isNew }) => isNew))],
  );
  const claims = entries.flatMap(({ id, newNames }) => [...newNames].map((name) => ({ id, name })));
  await client.query(
    `insert into cartbridge.person_key (org_id, key, person_id)
     select $1, key, person_id from unnest($2::text[], $3::uuid[]) as claim (key, person_id)`,
    [org, claims.map(({ name }) => name), claims.map(({ id }) => id)],
  );
}

/** In the order of ids, as everybody locks people: two who wait for each other would both fail. */
async function saveKnown(client: Client, entries: Entry[]): Promise<void> {
  await client.query(
    'select from cartbridge.person where id = any($1::uuid[]) order by id for update',
    [entries.map(({ id }) => id)],
  );
  await client.query(
    `update cartbridge.person
     set customer_key = known.customer_key, email = coalesce(person.email, known.email),
         customer_group = known.customer_group
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
       as known (id, customer_key, email, customer_group)
     where person.id = known.id`,
    columns(entries),
  );
}

function columns(entries: Entry[]): (string | null)[][] {
  return [
    entries.map(({ id }) => id),
    entries.map(({ customerKey }) => customerKey),
    entries.map(({ email }) => email),
    entries.map(({ customerGroup }) => customerGroup),
  ];
}
