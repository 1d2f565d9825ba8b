import type { Address } from '../canonical.ts';
import type { CompanyFacts } from '../mapping/inputs.ts';
import { idOf, type RecordKey } from '../../shared/ids.ts';
import type { PeoplePolicy } from '../../shared/people-policy.ts';
import type { Person, Profile } from '../people/person.ts';
import { companyDomain } from './domains.ts';
import { foldName } from './names.ts';

export type CompanyPolicy = PeoplePolicy['companies'];

/** A company that somebody buys for, by all that may name its Account. */
export interface Company {
  /** `<shop>:company:<id>`; null for one that has no id in the shop, or where ids do not count. */
  key: RecordKey | null;
  /** Of the company above it. */
  parentKey: RecordKey | null;
  name: string | null;
  /** Null for what is no company's alone. */
  domain: string | null;
  billing: Address | null;
  shipping: Address | null;
}

/** The company of a person; null where nothing names one under the policy. */
export function companyOf(
  { keys, publicDomains }: CompanyPolicy,
  { email }: Pick<Person, 'email'>,
  profile: Profile | undefined,
): Company | null {
  const { company: name = null, companyKey = null, parentCompanyKey = null } = profile ?? {};
  const domain = companyDomain(email ?? profile?.email ?? null, publicDomains);
  const key = keys.includes('companyId') ? companyKey : null;
  const isNamed =
    key !== null ||
    (domain !== null && keys.includes('domain')) ||
    (name !== null && foldName(name) !== '' && keys.includes('name'));
  if (!isNamed) return null;
  const parentKey = key === null || parentCompanyKey === key ? null : parentCompanyKey;
  const { billing = null, shipping = null } = profile ?? {};
  return { key, parentKey, name, domain, billing, shipping };
}

/** What a mapping can say of it. */
export function companyFacts({ key, name, domain, billing, shipping }: Company): CompanyFacts {
  const id = key === null ? null : idOf(key);
  // The number of the person who buys is not the company's.
  const phone = billing?.phone ?? shipping?.phone ?? null;
  // Better than nothing, for the shop knows the company by its id.
  return { id, name: name ?? domain, domain, phone, billing, shipping };
}
