import { createHash } from 'node:crypto';
import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId, SalesforceId } from '../../shared/ids.ts';
import type { Company, CompanyPolicy } from './company.ts';
import { foldName } from './names.ts';

/** What the books know of a company. */
export interface KnownCompany {
  accountId: SalesforceId | null;
  /** Somebody deleted its Account. */
  isDeleted: boolean;
  /** Salesforce was asked a moment ago: its answer still holds. */
  isFresh: boolean;
}

/** So long an answer holds that no id of the shop backs, and so long "nobody" does. */
const FRESH_MINUTES = 60;

/**
 * The name of a company in the books: the shop's key, and for want of one a digest of what it is
 * looked for by under this policy, for a domain or name may say who somebody is.
 */
export function bookKey({ keys }: CompanyPolicy, { key, domain, name }: Company): string {
  if (key !== null) return key;
  const said = keys.map((one) => {
    if (one === 'domain') return `domain ${domain ?? ''}`;
    return one === 'name' ? `name ${foldName(name ?? '')}` : '';
  });
  return `digest:${createHash('sha256').update(said.join('\n')).digest('base64url')}`;
}

export async function loadCompanies(
  db: Queryable,
  org: OrgId,
  keys: string[],
): Promise<Map<string, KnownCompany>> {
  if (keys.length === 0) return new Map();
  const { rows } = await db.query<KnownCompany & { key: string }>(
    `select key, account_id as "accountId", deleted_at is not null as "isDeleted",
            coalesce(asked_at > now() - make_interval(mins => $3), false) as "isFresh"
     from cartbridge.company where org_id = $1 and key = any($2)`,
    [org, keys, FRESH_MINUTES],
  );
  return new Map(rows.map(({ key, ...known }) => [key, known]));
}

/** What was learnt of a company. */
export interface CompanyLesson {
  key: string;
  /** Null where it has no id in the shop. */
  name: string | null;
  parentKey: string | null;
  accountId: SalesforceId | null;
}

/** Where a company has an Account again, nobody deleted it. In the order of keys. */
export async function saveCompanies(
  db: Queryable,
  org: OrgId,
  lessons: CompanyLesson[],
): Promise<void> {
  if (lessons.length === 0) return;
  const unique = [...new Map(lessons.map((one) => [one.key, one])).values()];
  const sorted = unique.sort((a, b) => (a.key < b.key ? -1 : 1));
  await db.query(
    `insert into cartbridge.company as known (org_id, key, name, parent_key, account_id, asked_at)
     select $1, key, name, parent_key, account_id, now()
     from unnest($2::text[], $3::text[], $4::text[], $5::text[])
       as news (key, name, parent_key, account_id)
     on conflict (org_id, key) do update
       set name = coalesce(excluded.name, known.name),
           parent_key = coalesce(excluded.parent_key, known.parent_key),
           account_id = excluded.account_id, asked_at = now(),
           deleted_at = case when excluded.account_id is null then known.deleted_at end`,
    [
      org,
      sorted.map(({ key }) => key),
      sorted.map(({ name }) => name),
      sorted.map(({ parentKey }) => parentKey),
      sorted.map(({ accountId }) => accountId),
    ],
  );
}

/** An Account that was just made may be the one that was looked for by domain or name in vain. */
export async function doubtNobodies(db: Queryable, org: OrgId): Promise<void> {
  await db.query(
    `delete from cartbridge.company
     where org_id = $1 and key like 'digest:%' and account_id is null`,
    [org],
  );
}
