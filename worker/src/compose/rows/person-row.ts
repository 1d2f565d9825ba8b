import type { Reference, Row } from '../../deliver/row.ts';
import type { PersonInput } from '../mapping/inputs.ts';
import { personRowKey, type Person, type PersonObject } from '../people/person.ts';
import { type Linked, shopLink } from './links.ts';
import { activeTarget, mapFields, type MappedRow, type Mapper } from './map-row.ts';

/**
 * The person's own record. Touching it is what makes Account Engagement look, so it travels with the
 * order or cart that changed it. Whoever Salesforce knows already is found by id and keeps name,
 * address and phone as its users have them; whoever it does not is made, by the customer key, so
 * that making them twice makes one. Null where the mapping writes no such people.
 */
export function personRow(
  mapper: Mapper,
  person: Person,
  input: PersonInput,
  createAs: PersonObject,
): MappedRow | null {
  const object = person.link?.object ?? createAs;
  const target = activeTarget(mapper, object, input);
  if (!target) return null;
  const isKnown = person.link !== null;
  const linked = shopLink(mapper.shop.id);
  const { fields: said, problems } = mapFields(target, input, linked, { isKnown });
  const row: Row = {
    object,
    key: personRowKey(person.id),
    target: person.link
      ? { id: person.link.id }
      : { field: 'Customer_Key__c', value: person.customerKey },
    ...said,
    ...(!isKnown && { isNew: true }),
    stamp: mapper.mapping.number,
    source: input,
  };
  return { row, problems };
}

/**
 * How other records point at a person; at nobody, where Salesforce does not have them and their row
 * is not written either.
 */
export function personLinks(person: Person, createAs: PersonObject, isWritten: boolean): Linked {
  if (!person.link && !isWritten) return {};
  const object = person.link?.object ?? createAs;
  const by: Reference['by'] = person.link
    ? { id: person.link.id }
    : { object, field: 'Customer_Key__c', value: person.customerKey };
  const reference = { name: personRowKey(person.id), by };
  return { '@person': reference, [object === 'Lead' ? '@lead' : '@contact']: reference };
}
