import { describe, expect, it } from 'vitest';
import { chooseAccount } from '../../../src/compose/companies/choose-account.ts';
import type { Company } from '../../../src/compose/companies/company.ts';
import type { FoundAccount } from '../../../src/deliver/salesforce/find-accounts.ts';
import type { RecordKey, SalesforceId } from '../../../src/shared/ids.ts';
import { peoplePolicyShape } from '../../../src/shared/people-policy.ts';

const KEY = 'bc1:company:3' as RecordKey;
const COMPANY: Company = {
  ...{ key: KEY, parentKey: null, name: 'Acme Inc.', domain: 'sales.acme.com' },
  ...{ billing: null, shipping: null },
};

function accountOf(id: string, more: Partial<FoundAccount> = {}): FoundAccount {
  return { id: id as SalesforceId, companyKey: null, website: null, name: null, ...more };
}

function choose(accounts: FoundAccount[], keys?: string[], company = COMPANY) {
  const policy = peoplePolicyShape.parse({ companies: keys ? { keys } : {} }).companies;
  const choice = chooseAccount(policy, company, accounts);
  return 'account' in choice ? { id: choice.account.id, by: choice.by } : choice;
}

describe('the account of a company', () => {
  it('is the one with its id, even where a domain is asked first', () => {
    const accounts = [
      accountOf('001D', { website: 'acme.com' }),
      accountOf('001K', { companyKey: KEY }),
    ];
    expect(choose(accounts, ['domain', 'companyId'])).toEqual({ id: '001K', by: 'companyId' });
  });

  it('is the one whose website is nearest to the domain', () => {
    const accounts = [
      accountOf('001A', { website: 'https://www.acme.com' }),
      accountOf('001S', { website: 'sales.acme.com' }),
      accountOf('001X', { website: 'notsales.acme.com' }),
    ];
    expect(choose(accounts)).toEqual({ id: '001S', by: 'domain' });
    expect(choose(accounts.slice(0, 1))).toEqual({ id: '001A', by: 'domain' });
  });

  it('is none of several with the same website', () => {
    const accounts = [
      accountOf('001A', { website: 'acme.com' }),
      accountOf('001B', { website: 'www.acme.com' }),
    ];
    expect(choose(accounts)).toEqual({ several: 'domain' });
  });

  it('is found by name only where the policy says so, and only as a whole', () => {
    const accounts = [
      accountOf('001A', { name: 'ACME, Inc' }),
      accountOf('001B', { name: 'Acme Inc Europe' }),
    ];
    expect(choose(accounts)).toEqual({ nobody: true });
    expect(choose(accounts, ['companyId', 'name'])).toEqual({ id: '001A', by: 'name' });
  });

  it('is not that of another company of the shop, but may be one of another shop', () => {
    const website = 'acme.com';
    expect(choose([accountOf('001A', { website, companyKey: 'bc1:company:1' })])).toEqual({
      nobody: true,
    });
    expect(choose([accountOf('001A', { website, companyKey: 'cl1:company:9' })])).toEqual({
      ...{ id: '001A', by: 'domain' },
    });
  });

  it('is anybody’s for who has no company id', () => {
    const accounts = [accountOf('001A', { website: 'acme.com', companyKey: 'bc1:company:1' })];
    expect(choose(accounts, undefined, { ...COMPANY, key: null })).toEqual({
      ...{ id: '001A', by: 'domain' },
    });
  });
});
