import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { Failure } from '../../shared/failure.ts';
import type { PersonId, SalesforceId } from '../../shared/ids.ts';
import { countTroubles } from '../mapping/troubles.ts';
import type { Person, Profile } from '../people/person.ts';
import type { Linked } from '../rows/links.ts';
import type { Mapper } from '../rows/map-row.ts';
import { loadCompanies } from './company-book.ts';
import { accountOf, pointsAtAccounts } from './company-rows.ts';
import { settleCompanies, type SettledCompany } from './settle-companies.ts';
import { tellAccounts } from './tell-accounts.ts';
import { rememberedAccount, wantedCompanies } from './wanted-companies.ts';

/** The Account of a company, and how records point at it. */
export interface CompanyAccount {
  id: SalesforceId;
  linked: Linked;
}

export interface CompanyAccounts {
  /** Of the company each person buys for, where Salesforce has it. */
  accounts: Map<PersonId, CompanyAccount>;
  /** Whose company could not be made for a reason that passes: they come again. */
  failed: Map<PersonId, Failure>;
}

/**
 * Finds, and makes where the policy says so, the Accounts of these people's companies. No API call
 * where the books know them all; else one to look, and one for each level of companies to make. What
 * cannot be decided, or is refused for good, leaves people without an account and is told.
 */
export async function findCompanies(
  pool: Pool,
  client: SalesforceClient,
  mapper: Mapper,
  people: ReadonlyMap<PersonId, Person>,
  profiles: ReadonlyMap<PersonId, Profile>,
): Promise<CompanyAccounts> {
  const result: CompanyAccounts = { accounts: new Map(), failed: new Map() };
  if (!pointsAtAccounts(mapper)) return result;
  const { org } = client;
  const wanted = wantedCompanies(org, people.values(), profiles);
  if (wanted.length === 0) return result;
  const keys = wanted.flatMap(({ book, company }) => [book, company.parentKey ?? book]);
  const known = await loadCompanies(pool, org.id, keys);
  const settled = new Map<string, SettledCompany>();
  for (const one of wanted) {
    const id = rememberedAccount(one, known.get(one.book));
    if (id !== undefined) settled.set(one.book, id === null ? { id } : { id, how: 'remembered' });
  }
  const open = wanted.filter(({ book }) => !settled.has(book));
  const news = await settleCompanies(pool, client, mapper, open, known);
  for (const [book, one] of news.settled) settled.set(book, one);
  const problems = await tellAccounts(pool, client, mapper, wanted, settled);
  await countTroubles(pool, mapper.shop, [...news.troubles, ...problems]);

  for (const { book, company, people: buyers } of wanted) {
    const one = settled.get(book);
    if (!one) continue;
    for (const person of buyers) {
      if ('later' in one) result.failed.set(person, one.later);
      else if (one.id !== null) {
        const madeAs = one.how === 'made' ? company.key : null;
        const linked = accountOf('@account', one.id, madeAs);
        result.accounts.set(person, { id: one.id, linked });
      }
    }
  }
  return result;
}
