import { createHmac, randomBytes } from 'node:crypto';
import type { Queryable } from './database/pool.ts';
import type { OrgId } from './ids.ts';
import type { Vault } from './secrets.ts';

/**
 * Which of these names and record keys are of people who were erased. One query where nobody of the
 * org was, two otherwise.
 */
export async function findErased(
  db: Queryable,
  vault: Vault,
  org: OrgId,
  names: string[],
): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const sealed = await sealedKey(db, org);
  if (sealed === null) return new Set();
  const digests = digestsOf(await openKey(vault, org, sealed), names);
  const { rows } = await db.query<{ digest: string }>(
    'select digest from cartbridge.erased_name where org_id = $1 and digest = any($2)',
    [org, [...digests.values()]],
  );
  const erased = new Set(rows.map(({ digest }) => digest));
  return new Set(names.filter((name) => erased.has(digests.get(name) ?? '')));
}

/**
 * The digests of names, with the org's own key, which is made here when there is none. A digest
 * without a key would tell whoever has the database who was erased: addresses can be guessed.
 */
export async function digestNames(
  db: Queryable,
  vault: Vault,
  org: OrgId,
  names: string[],
): Promise<string[]> {
  const known = await sealedKey(db, org);
  const sealed = known ?? (await makeKey(db, vault, org));
  return [...digestsOf(await openKey(vault, org, sealed), names).values()];
}

async function sealedKey(db: Queryable, org: OrgId): Promise<string | null> {
  const { rows } = await db.query<{ sealed: string | null }>(
    'select erasure_key as sealed from cartbridge.org where id = $1',
    [org],
  );
  return rows[0]?.sealed ?? null;
}

/** Two who make it at once end with one. */
async function makeKey(db: Queryable, vault: Vault, org: OrgId): Promise<string> {
  const made = await vault.seal(org, { key: randomBytes(32).toString('base64url') });
  const { rows } = await db.query<{ sealed: string }>(
    `update cartbridge.org set erasure_key = coalesce(erasure_key, $2) where id = $1
     returning erasure_key as sealed`,
    [org, made],
  );
  const [row] = rows;
  if (!row) throw new Error(`Org "${org}" is not connected.`);
  return row.sealed;
}

async function openKey(vault: Vault, org: OrgId, sealed: string): Promise<Buffer> {
  const { key } = (await vault.open(org, sealed)) as { key: string };
  return Buffer.from(key, 'base64url');
}

function digestsOf(key: Buffer, names: string[]): Map<string, string> {
  return new Map(
    names.map((name) => [name, createHmac('sha256', key).update(name).digest('base64url')]),
  );
}
