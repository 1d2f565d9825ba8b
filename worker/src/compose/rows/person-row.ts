import { asPersonAccount, PERSON_ACCOUNT_KEY } from '../../deliver/person-account.ts';
import type { Reference, Row } from '../../deliver/row.ts';
import type { PersonInput } from '../mapping/inputs.ts';
import type { Creating, PeoplePolicy } from '../../shared/people-policy.ts';
import { creatingOf, objectOf, policyFields } from '../people/creating.ts';
import { personRowKey, type Person, type PersonObject } from '../people/person.ts';
import { accountLink, type Linked, shopLink } from './links.ts';
import { activeTarget, mapFields, type MappedRow, type Mapper } from './map-row.ts';

/**
 * The person's own record. Touching it is what makes Account Engagement look, so it travels with the
 * order or cart that changed it. Whoever Salesforce knows already is found by id and keeps name,
 * address and phone as its users have them; whoever it does not is made, by the customer key, so
 * that making them twice makes one. Null where the mapping writes no such people.
 * @param company the account of their company, as `@account`, where Salesforce has not told theirs
 */
export function personRow(
  mapper: Mapper,
  person: Person,
  input: PersonInput,
  policy: Pick<PeoplePolicy, 'creating'>,
  company: Linked = {},
): MappedRow | null {
  const object = objectOf(person, policy);
  // A person account is a Contact with other names for its fields.
  const target = object && activeTarget(mapper, object === 'Account' ? 'Contact' : object, input);
  if (!target) return null;
  const isKnown = person.link !== null;
  const linked = { ...shopLink(mapper.shop.id), ...company };
  const { fields: said, problems } = mapFields(target, input, linked, { isKnown });
  const whole = {
    ...(object === 'Lead' && isKnown && person.hasClosedLead ? withoutKey(said) : said),
    ...(isKnown && onlyIfBlank(said, 'AccountId')),
    ...(!isKnown && onlyOnce(creatingOf(policy, person), object, said)),
  };
  const row: Row = {
    object,
    key: personRowKey(person.id),
    target: person.link
      ? { id: person.link.id }
      : { field: keyFieldOf(object), value: person.customerKey },
    ...(object === 'Account' ? asPersonAccount(whole) : whole),
    ...(!isKnown && { isNew: true }),
    stamp: mapper.mapping.number,
    source: input,
  };
  return { row, problems };
}

/** A converted Lead is closed with the key on it, which is unique among all Leads. */
function withoutKey<Fields extends Parameters<typeof policyFields>[1]>(said: Fields): Fields {
  const rest = Object.entries(said.fields).filter(([field]) => field !== 'Customer_Key__c');
  return { ...said, fields: Object.fromEntries(rest) };
}

/** The external id by which a person is made, so that making them twice makes one. */
function keyFieldOf(object: PersonObject): string {
  return object === 'Account' ? PERSON_ACCOUNT_KEY : 'Customer_Key__c';
}

/** The Contact in a person account, which has the customer key from the moment it is made. */
function contactOf({ id, contactId, customerKey }: Person): Reference {
  const by = { object: 'Contact', field: 'Customer_Key__c', value: customerKey };
  return { name: personRowKey(id), by: contactId ? { id: contactId } : by };
}

/** Whoever moved them to another account a moment ago is right, whatever the mapping says. */
function onlyIfBlank(
  { references, ifBlank = [] }: Pick<Row, 'references' | 'ifBlank'>,
  field: string,
): Pick<Row, 'ifBlank'> {
  return Object.hasOwn(references, field) ? { ifBlank: [...new Set([...ifBlank, field])] } : {};
}

/** What the org's policy says of a record that is being made, beside what the mapping says. */
function onlyOnce(
  creating: Creating,
  object: PersonObject,
  said: Parameters<typeof policyFields>[1],
): Partial<Row> {
  const fields = policyFields(creating, said);
  return {
    ...(Object.keys(fields).length > 0 && { createFields: { ...said.createFields, ...fields } }),
    ...(object === 'Lead' && creating.assignmentRules && { isAssigned: true }),
  };
}

/**
 * How other records point at a person; at nobody, where Salesforce does not have them and their row
 * is not written either. The account is the one Salesforce has for their Contact, else their company's.
 */
export function personLinks(
  person: Person,
  policy: Pick<PeoplePolicy, 'creating'>,
  isWritten: boolean,
  company: Linked = {},
): Linked {
  const object = objectOf(person, policy);
  if (object === null || (!person.link && !isWritten)) return {};
  const name = personRowKey(person.id);
  const by: Reference['by'] = person.link
    ? { id: person.link.id }
    : { object, field: keyFieldOf(object), value: person.customerKey };
  if (object === 'Account') {
    const contact = contactOf(person);
    return { '@person': contact, '@contact': contact, '@account': { name: `Account ${name}`, by } };
  }
  const reference = { name, by };
  return {
    '@person': reference,
    [object === 'Lead' ? '@lead' : '@contact']: reference,
    ...(object !== 'Lead' && (person.accountId ? accountLink(person.accountId) : company)),
  };
}
