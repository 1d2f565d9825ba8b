import type { FoundAccount } from '../../deliver/salesforce/find-accounts.ts';
import type { Company, CompanyPolicy } from './company.ts';
import { hostsOf, websiteHost } from './domains.ts';
import { foldName } from './names.ts';

type By = CompanyPolicy['keys'][number];

/** `several`: more than one account has what this key asks for, so that none is taken. */
export type AccountChoice =
  { account: FoundAccount; by: By } | { several: Exclude<By, 'companyId'> } | { nobody: true };

/**
 * The Account of a company among those that were found, by the policy's keys in their order; the
 * shop's own id always counts first. Never a guess.
 */
export function chooseAccount(
  { keys, publicDomains }: CompanyPolicy,
  company: Company,
  accounts: readonly FoundAccount[],
): AccountChoice {
  const own = accounts.find(({ companyKey }) => company.key !== null && companyKey === company.key);
  if (own) return { account: own, by: 'companyId' };
  const free = accounts.filter((account) => !isAnothers(company, account));
  for (const key of keys) {
    if (key === 'companyId') continue;
    const ranks =
      key === 'domain' ? byHost(company, publicDomains, free) : [byName(company.name, free)];
    const [account, another] = ranks.find((rank) => rank.length > 0) ?? [];
    if (another) return { several: key };
    if (account) return { account, by: key };
  }
  return { nobody: true };
}

/** It is another company of the same shop already: one domain or name may be that of two. */
function isAnothers({ key }: Company, { companyKey }: FoundAccount): boolean {
  if (key === null || companyKey === null) return false;
  return companyKey !== key && shopOf(companyKey) === shopOf(key);
}

function shopOf(key: string): string | undefined {
  return key.split(':')[0];
}

function byHost(
  { domain }: Company,
  publicDomains: readonly string[],
  accounts: FoundAccount[],
): FoundAccount[][] {
  if (domain === null) return [];
  return hostsOf(domain, publicDomains).map((host) =>
    accounts.filter(({ website }) => websiteHost(website) === host),
  );
}

function byName(name: string | null, accounts: FoundAccount[]): FoundAccount[] {
  const wanted = foldName(name ?? '');
  if (wanted === '') return [];
  return accounts.filter((account) => foldName(account.name ?? '') === wanted);
}
