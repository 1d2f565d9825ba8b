import { fill } from 'c/format';
import domainsMany from '@salesforce/label/c.People_Companies_Domains_Many';
import domainsWrong from '@salesforce/label/c.People_Companies_Domains_Wrong';
import fieldMissing from '@salesforce/label/c.People_Matching_Field_Missing';
import type { Policy } from './peoplePolicy';

/** What is wrong, by the path of the setting, such as `matching.customerNumberField`. */
export type Faults = Record<string, string>;

const DOMAIN = /^[\p{L}\p{N}]([\p{L}\p{N}-]*\.)+\p{L}[\p{L}\p{N}-]+$/u;
/** The worker takes no more. */
const MOST_DOMAINS = 500;

/** What the worker would not take, or could make nothing of. */
export function faultsOf({ matching, companies }: Policy): Faults {
  const faults: Faults = {};
  if (matching.keys.includes('customerNumber') && !matching.customerNumberField)
    faults['matching.customerNumberField'] = fieldMissing;
  const wrong = companies.publicDomains.find((domain) => !DOMAIN.test(domain));
  const tooMany = companies.publicDomains.length - MOST_DOMAINS;
  if (wrong) faults['companies.publicDomains'] = fill(domainsWrong, wrong);
  else if (tooMany > 0) faults['companies.publicDomains'] = fill(domainsMany, tooMany);
  return faults;
}

/** The fault of a setting or of a part of it; empty where there is none. */
export function faultAt(faults: Faults, path: string): string {
  const found = Object.keys(faults).find((at) => at === path || at.startsWith(`${path}.`));
  return found ? (faults[found] ?? '') : '';
}
