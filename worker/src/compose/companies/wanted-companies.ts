import type { SalesforceId } from '../../shared/ids.ts';
import { objectOf } from '../people/creating.ts';
import type { Profile } from '../people/person.ts';
import type { Org } from '../../shared/orgs.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../people/person.ts';
import { bookKey, type KnownCompany } from './company-book.ts';
import { companyOf, type Company } from './company.ts';

/** A company, and who of the batch buys for it. */
export interface WantedCompany {
  /** Its name in the books. */
  book: string;
  company: Company;
  people: PersonId[];
}

/**
 * The companies of people who are Contacts, or are about to become some, and whose Account
 * Salesforce has not told: who has one stays there. A Lead carries its company as text.
 */
export function wantedCompanies(
  { settings }: Org,
  people: Iterable<Person>,
  profiles: ReadonlyMap<PersonId, Profile>,
): WantedCompany[] {
  const wanted = new Map<string, WantedCompany>();
  for (const person of people) {
    if (objectOf(person, settings) !== 'Contact' || person.accountId !== null) continue;
    const company = companyOf(settings.companies, person, profiles.get(person.id));
    if (!company) continue;
    const book = bookKey(settings.companies, company);
    const known = wanted.get(book);
    wanted.set(book, {
      book,
      // Of several who buy for one company each may know what the others do not.
      company: known ? united(known.company, company) : company,
      people: [...(known?.people ?? []), person.id],
    });
  }
  return [...wanted.values()];
}

function united(one: Company, other: Company): Company {
  return {
    key: one.key,
    parentKey: one.parentKey ?? other.parentKey,
    name: one.name ?? other.name,
    domain: one.domain ?? other.domain,
    billing: one.billing ?? other.billing,
    shipping: one.shipping ?? other.shipping,
  };
}

/** The Account the books have for a company; undefined where Salesforce is to be asked. */
export function rememberedAccount(
  { company }: WantedCompany,
  known: KnownCompany | undefined,
): SalesforceId | null | undefined {
  if (!known) return undefined;
  if (company.key !== null && known.accountId !== null) return known.accountId;
  return known.isFresh ? known.accountId : undefined;
}
