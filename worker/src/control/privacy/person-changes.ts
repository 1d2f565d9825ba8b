import { isOfPackage } from '../../deliver/salesforce/package-names.ts';
import type { FieldValue } from '../../deliver/row.ts';
import type { DescribedField } from './described.ts';
import type { ReadRecord } from './read-objects.ts';
import { TEXTS, type Changes } from './record-changes.ts';

/** `anonymise`: nobody is known by it any more. `unlink`: it says nothing of the shop any more. */
export type PersonMode = 'anonymise' | 'unlink';

export const ERASED_DOMAIN = '@erased.invalid';

/** Who it is, in Salesforce's own fields; of a person account some begin with `Person`. */
const IDENTITY =
  /^(FirstName|LastName|MiddleName|Suffix|Company|(Person)?(Email|Phone|MobilePhone|HomePhone|OtherPhone|AssistantPhone|AssistantName|Fax|Title|Birthdate)|Website|(Person|Mailing|Other|Billing|Shipping)*(Street|City|PostalCode))$/;
const OPT_OUT = /^(Person)?HasOptedOutOfEmail$/;

/** What says nothing of anybody, and picklists that no longer start anything. */
const SAYS: Record<string, FieldValue> = {
  ...{ Cart_Status__c: 'None', Marketing_Consent__c: 'Refused', Cart_Mail_Consent__c: 'Refused' },
  ...{ Interests__c: 'None', Customer_Group__c: 'None', Cart_First_Items__c: 'None' },
  ...{ Cart_Image_URL__c: 'None', Company: '[not provided]' },
};
const STAYS = new Set(['Cart_Currency__c', 'Spend_Currency__c', 'Mapping_Version__c']);
const LONG_AGO = '1970-01-01';

/**
 * What is still to be said on a Lead, Contact or person account. Always values and never blanks:
 * Account Engagement would fill a blank with what it had. Where there is nothing, nothing is said.
 * @param tag makes the address and the key that take the place of theirs
 */
export function personChanges(
  { object, values }: ReadRecord,
  mode: PersonMode,
  fields: DescribedField[],
  mapped: ReadonlySet<string>,
  tag: string,
): Changes {
  const changes: Changes = { fields: {}, refused: [] };
  for (const field of fields) {
    const { name, updateable } = field;
    const value = (values[name] ?? null) as FieldValue;
    // A field of the org's own that a mapping fills holds what the shop told, like the package's.
    const isOwn =
      isOfPackage(baseOf(name), object === 'Account' ? 'Contact' : object) ||
      (/__p?c$/.test(name) && mapped.has(name));
    const isTheirs = IDENTITY.test(name) || OPT_OUT.test(name) || mapped.has(name);
    if (!isOwn && !(mode === 'anonymise' && isTheirs)) continue;
    const said = wordFor(field, value, tag);
    if (said === undefined || said === value) continue;
    if (updateable) changes.fields[name] = said;
    else if (value !== null && value !== false) changes.refused.push(name);
  }
  return changes;
}

/** A field of contacts, as person accounts show it. */
function baseOf(name: string): string {
  return name.replace(/__pc$/, '__c');
}

/** Undefined: it stays as it is. */
function wordFor(
  { name, type, length }: DescribedField,
  value: FieldValue,
  tag: string,
): FieldValue | undefined {
  const base = baseOf(name);
  if (OPT_OUT.test(name)) return true;
  if (value === null || value === '' || STAYS.has(base)) return undefined;
  if (base === 'Customer_Key__c')
    return String(value).startsWith('erased:') ? undefined : `erased:${tag}`;
  if (Object.hasOwn(SAYS, base)) return SAYS[base];
  if (type === 'email')
    return String(value).endsWith(ERASED_DOMAIN) ? undefined : `erased-${tag}${ERASED_DOMAIN}`;
  if (type === 'url') return 'https://erased.invalid';
  if (TEXTS.has(type)) return 'Erased'.slice(0, length || 6);
  if (['double', 'currency', 'percent', 'int'].includes(type)) return 0;
  if (type === 'date') return LONG_AGO;
  if (type === 'datetime') {
    const isSaid = Date.parse(String(value)) === Date.parse(LONG_AGO);
    return isSaid ? undefined : `${LONG_AGO}T00:00:00.000Z`;
  }
  return undefined;
}
