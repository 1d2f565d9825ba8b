import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { findAccounts, type FoundAccount } from '../../deliver/salesforce/find-accounts.ts';
import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId, ShopId } from '../../shared/ids.ts';
import type { Company, CompanyPolicy } from './company.ts';
import { hostsOf } from './domains.ts';
import { namePatterns } from './names.ts';

/**
 * All Accounts that may be one of these companies or above one of them, by every key of the policy
 * at once: one API call for some 200 companies. An account that the books have for another company
 * of this shop, and that bears no key of the shop itself, comes with that one's key.
 * Throws a Failure, `salesforce_setup` where the worker's user may not read what it takes.
 */
export async function searchAccounts(
  db: Queryable,
  client: SalesforceClient,
  shop: ShopId,
  companies: Company[],
): Promise<FoundAccount[]> {
  const policy = client.org.settings.companies;
  const found = await findAccounts(client, questionOf(policy, companies));
  const holders = await holdersOf(
    db,
    client.org.id,
    shop,
    found.map(({ id }) => id),
  );
  const isOfShop = (key: string | null): boolean => key?.startsWith(prefixOf(shop)) === true;
  return found.map((account) =>
    isOfShop(account.companyKey)
      ? account
      : { ...account, companyKey: holders.get(account.id) ?? account.companyKey },
  );
}

function prefixOf(shop: ShopId): string {
  return `${shop}:company:`;
}

function questionOf(
  { keys, publicDomains }: CompanyPolicy,
  companies: Company[],
): Parameters<typeof findAccounts>[1] {
  const domains = companies.flatMap(({ domain }) => domain ?? []);
  return {
    keys: companies.flatMap(({ key, parentKey }) => [key, parentKey].filter((one) => one !== null)),
    hosts: keys.includes('domain')
      ? domains.flatMap((domain) => hostsOf(domain, publicDomains))
      : [],
    names: keys.includes('name') ? companies.flatMap(({ name }) => namePatterns(name ?? '')) : [],
  };
}

/** Which company of the shop each account is, by the books. */
async function holdersOf(
  db: Queryable,
  org: OrgId,
  shop: ShopId,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; key: string }>(
    `select account_id as id, key from cartbridge.company
     where org_id = $1 and account_id = any($3) and starts_with(key, $2)`,
    [org, prefixOf(shop), ids],
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}
