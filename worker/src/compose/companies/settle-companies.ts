import type { RowProblem } from '#mapping-engine';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { FoundAccount } from '../../deliver/salesforce/find-accounts.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { asFailure, type Failure } from '../../shared/failure.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import type { Mapper } from '../rows/map-row.ts';
import { searchAccounts } from './account-search.ts';
import { adoptChildren } from './adopt-children.ts';
import { chooseAccount } from './choose-account.ts';
import { doubtNobodies, saveCompanies, type KnownCompany } from './company-book.ts';
import { isKeyed, makesCompanies, type KeyedCompany } from './company-rows.ts';
import { refusedAccount, severalAccounts, unseenAccounts } from './company-troubles.ts';
import { followAccounts } from './follow-accounts.ts';
import { makeAccounts, type Made } from './make-accounts.ts';
import type { WantedCompany } from './wanted-companies.ts';

/** What was found out of one company. */
export type SettledCompany =
  | { id: SalesforceId; how: 'remembered' | 'found' | 'adopted' | 'made' }
  /** It has no Account. */
  | { id: null }
  | { later: Failure };

export interface SettledCompanies {
  /** By the name in the books. */
  settled: Map<string, SettledCompany>;
  troubles: RowProblem[];
}

/** Asks Salesforce for companies the books do not know, makes those it may, and remembers them all. */
export async function settleCompanies(
  pool: Pool,
  client: SalesforceClient,
  mapper: Mapper,
  wanted: WantedCompany[],
  known: ReadonlyMap<string, KnownCompany>,
): Promise<SettledCompanies> {
  const result: SettledCompanies = { settled: new Map(), troubles: [] };
  if (wanted.length === 0) return result;
  const found = await search(pool, client, mapper, wanted);
  // Nothing is remembered of a question that was not answered.
  if ('failure' in found) return { ...result, troubles: [unseenAccounts(found.failure)] };
  const policy = client.org.settings.companies;
  let accounts = found.accounts;
  const toMake: WantedCompany[] = [];

  function settle(one: WantedCompany, mayMake: boolean): void {
    const { book, company } = one;
    const choice = chooseAccount(policy, company, accounts);
    if ('account' in choice) {
      const { id, companyKey } = choice.account;
      const isAdopted = choice.by !== 'companyId' && company.key !== null && companyKey === null;
      result.settled.set(book, { id, how: isAdopted ? 'adopted' : 'found' });
      accounts = accounts.map((account) =>
        account.id === id && isAdopted ? { ...account, companyKey: company.key } : account,
      );
      return;
    }
    if ('several' in choice) result.troubles.push(severalAccounts(choice.several));
    const isNobody = 'nobody' in choice && known.get(book)?.isDeleted !== true;
    if (isNobody && mayMake && company.key !== null) toMake.push(one);
    else result.settled.set(book, { id: null });
  }

  // Those above first: of two with one domain the account is theirs.
  const keyed = wanted
    .filter(({ company }) => isKeyed(company))
    .toSorted(
      (a, b) => Number(a.company.parentKey !== null) - Number(b.company.parentKey !== null),
    );
  const mayMake = policy.create && makesCompanies(mapper);
  for (const one of keyed) settle(one, mayMake);

  const companies = toMake.map(({ company }) => company).filter(isKeyed);
  const parents = parentsOf(result.settled, known, accounts);
  const made = await makeAccounts(pool, client, mapper, companies, parents);
  await followAccounts(pool, client, lostParents(companies, made, parents));
  for (const one of toMake) enter(result, one, made.get((one.company as KeyedCompany).key));
  await adoptChildren(pool, client, mapper, madeNow(made));
  accounts = [...accounts, ...toMake.flatMap((one) => asFound(one, result.settled.get(one.book)))];
  // Whoever names no id may buy for one that was made just now.
  for (const one of wanted.filter(({ company }) => !isKeyed(company))) settle(one, false);

  await remember(pool, client, wanted, result.settled);
  return result;
}

async function search(
  pool: Pool,
  client: SalesforceClient,
  { shop }: Mapper,
  wanted: WantedCompany[],
): Promise<{ accounts: FoundAccount[] } | { failure: Failure }> {
  try {
    const companies = wanted.map(({ company }) => company);
    return { accounts: await searchAccounts(pool, client, shop.id, companies) };
  } catch (error) {
    const failure = asFailure(error);
    // What an org's admins did not grant keeps nobody's order waiting.
    if (failure.kind === 'salesforce_setup') return { failure };
    throw failure;
  }
}

/** Accounts of companies that are there, by key. */
function parentsOf(
  settled: SettledCompanies['settled'],
  known: ReadonlyMap<string, KnownCompany>,
  accounts: FoundAccount[],
): Map<string, SalesforceId> {
  const parents = new Map<string, SalesforceId>();
  for (const { id, companyKey } of accounts) if (companyKey !== null) parents.set(companyKey, id);
  for (const [key, { accountId }] of known) if (accountId !== null) parents.set(key, accountId);
  for (const [book, one] of settled) if ('id' in one && one.id !== null) parents.set(book, one.id);
  return parents;
}

function madeNow(made: ReadonlyMap<string, Made>): Map<string, SalesforceId> {
  return new Map(
    [...made].flatMap(([key, one]) => ('id' in one && one.isMade ? [[key, one.id]] : [])),
  );
}

/** Accounts above those that could not be made because something they point at is gone. */
function lostParents(
  companies: KeyedCompany[],
  made: ReadonlyMap<string, Made>,
  parents: ReadonlyMap<string, SalesforceId>,
): SalesforceId[] {
  return companies.flatMap(({ key, parentKey }) => {
    const one = made.get(key);
    const isLost = one !== undefined && 'later' in one && one.later.kind === 'link_lost';
    return isLost && parentKey !== null ? (parents.get(parentKey) ?? []) : [];
  });
}

function enter(
  { settled, troubles }: SettledCompanies,
  { book }: WantedCompany,
  made?: Made,
): void {
  if (!made) settled.set(book, { id: null });
  else if ('later' in made) settled.set(book, made);
  else if ('refused' in made) {
    settled.set(book, { id: null });
    troubles.push(refusedAccount(made.refused));
  } else {
    settled.set(book, { id: made.id, how: made.isMade ? 'made' : 'found' });
    troubles.push(...made.problems);
  }
}

function asFound({ company }: WantedCompany, settled?: SettledCompany): FoundAccount[] {
  if (!settled || !('id' in settled) || settled.id === null) return [];
  const { key, domain, name } = company;
  return [{ id: settled.id, companyKey: key, website: domain, name }];
}

async function remember(
  pool: Pool,
  { org }: SalesforceClient,
  wanted: WantedCompany[],
  settled: SettledCompanies['settled'],
): Promise<void> {
  const isMade = [...settled.values()].some((one) => 'how' in one && one.how === 'made');
  if (isMade) await doubtNobodies(pool, org.id);
  await saveCompanies(
    pool,
    org.id,
    wanted.flatMap(({ book, company }) => {
      const one = settled.get(book);
      if (!one || 'later' in one) return [];
      const { name, parentKey } = company;
      // What has no id in the shop may be a person's own domain or name.
      const said = isKeyed(company) ? { name, parentKey } : { name: null, parentKey: null };
      return { key: book, accountId: one.id, ...said };
    }),
  );
}
