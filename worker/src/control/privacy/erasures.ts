import { lockRegister } from '../../compose/people/identify.ts';
import { transaction, type Client, type Pool, type Queryable } from '../../shared/database/pool.ts';
import { digestNames } from '../../shared/erased-names.ts';
import { Failure } from '../../shared/failure.ts';
import type { OrgId } from '../../shared/ids.ts';
import type { Vault } from '../../shared/secrets.ts';
import type { Mode } from './person-mode.ts';
import type { PlaceCount } from './search.ts';
import type { Subject } from './subject.ts';

/** What an erasure is to do; it holds personal data and is kept sealed, until the end only. */
export interface Plan {
  subject: Subject;
  mode: Mode;
  places: PlaceCount[];
  leftToDo: string[];
}

/** What an erasure did. Counts, and the shop's own numbers of records; nothing says whose. */
export interface Receipt {
  erasure: string;
  /** Whether nothing was found when it was searched again. */
  verified: boolean;
  places: Omit<PlaceCount, 'note'>[];
  remaining: Pick<PlaceCount, 'place' | 'label' | 'where' | 'count'>[];
  leftToDo: string[];
  logKeys: string[];
  logKeysMore: number;
}

export interface KnownErasure {
  id: string;
  plan: Plan | null;
  receipt: Receipt | null;
}

/** The erasure that was confirmed with this token, done or cut off. */
export async function findErasure(
  db: Queryable,
  vault: Vault,
  org: OrgId,
  token: string,
): Promise<KnownErasure | undefined> {
  const { rows } = await db.query<{ id: string; plan: string | null; receipt: Receipt | null }>(
    `select id, plan, case when done_at is not null then receipt end as receipt
     from cartbridge.erasure where org_id = $1 and token = $2`,
    [org, token],
  );
  const [row] = rows;
  if (!row) return undefined;
  const plan = row.plan === null ? null : ((await vault.open(org, row.plan)) as Plan);
  return { id: row.id, receipt: row.receipt, plan };
}

/**
 * From here on nothing more of them is let in. Throws a Failure where somebody came by one of their
 * names since the preview. @returns the erasure’s id
 */
export async function beginErasure(
  pool: Pool,
  vault: Vault,
  org: OrgId,
  { plan, token, askedBy }: { plan: Plan; token: string; askedBy: string },
): Promise<string> {
  const sealed = await vault.seal(org, plan);
  return transaction(pool, async (client) => {
    // Whoever enters people asks who is erased under the same lock: before this, or after.
    await lockRegister(client, org);
    await refuseNewcomers(client, org, plan.subject);
    const { rows } = await client.query<{ id: string }>(
      `insert into cartbridge.erasure (org_id, asked_by, token, plan) values ($1, $2, $3, $4)
       on conflict (org_id, token) do update set token = excluded.token
       returning id`,
      [org, askedBy, token, sealed],
    );
    const id = rows[0]?.id ?? '';
    const { names, records } = plan.subject;
    await remember(client, vault, org, id, 'name', names);
    await remember(client, vault, org, id, 'record', records);
    return id;
  });
}

/** None of these names was anybody else's when they were gathered. */
async function refuseNewcomers(
  client: Client,
  org: OrgId,
  { people, names, addresses }: Subject,
): Promise<void> {
  const { rowCount } = await client.query(
    `select from cartbridge.person where org_id = $1 and id <> all($2::uuid[])
       and (customer_key = any($3) or lower(email) = any($4)
         or id in (select person_id from cartbridge.person_key where org_id = $1 and key = any($3)))
     limit 1`,
    [org, people, names, addresses],
  );
  if (rowCount) throw changedSincePreview();
}

export function changedSincePreview(): Failure {
  return new Failure('mapping', 'What is held of this person changed since the preview.', {
    nextStep: 'Find them again, look at the new preview, and confirm that one.',
  });
}

async function remember(
  client: Client,
  vault: Vault,
  org: OrgId,
  erasure: string,
  kind: 'name' | 'record',
  names: string[],
): Promise<void> {
  if (names.length === 0) return;
  await client.query(
    `insert into cartbridge.erased_name (org_id, digest, erasure_id, kind)
     select $1, digest, $2, $3 from unnest($4::text[]) as digest on conflict do nothing`,
    [org, erasure, kind, await digestNames(client, vault, org, names)],
  );
}

/** Leaves the receipt. Whom it was about is forgotten, but where something is left to try again. */
export async function finishErasure(
  db: Queryable,
  org: OrgId,
  id: string,
  { places, ...rest }: Omit<Receipt, 'places'> & { places: PlaceCount[] },
): Promise<Receipt> {
  const receipt: Receipt = {
    ...rest,
    places: places.map(({ place, label, where, what, count }) => ({
      ...{ place, label, where, what, count },
    })),
  };
  await db.query(
    `update cartbridge.erasure set receipt = $3,
       done_at = case when $4 then now() end, plan = case when not $4 then plan end
     where org_id = $1 and id = $2`,
    [org, id, JSON.stringify(receipt), receipt.verified],
  );
  return receipt;
}

/**
 * Lets somebody in again who came back: all names of the erasure that one of these is of. What was
 * erased stays erased, and their former records stay out.
 * @returns how many names were lifted
 */
export async function liftErasure(
  db: Queryable,
  vault: Vault,
  org: OrgId,
  names: string[],
): Promise<number> {
  const { rowCount } = await db.query(
    `delete from cartbridge.erased_name where org_id = $1 and kind = 'name' and erasure_id in (
       select erasure_id from cartbridge.erased_name
       where org_id = $1 and kind = 'name' and digest = any($2))`,
    [org, await digestNames(db, vault, org, names)],
  );
  return rowCount ?? 0;
}
