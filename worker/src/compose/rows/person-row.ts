import type { Reference, Row } from '../../deliver/row.ts';
import { applyMapping } from '../mapping/apply-mapping.ts';
import { DEFAULT_MAPPING } from '../mapping/default-mapping.ts';
import type { PersonInput } from '../mapping/inputs.ts';
import type { CartBlock } from '../books/cart-block.ts';
import type { Totals } from '../books/order-ledger.ts';
import { personRowKey, type Person, type PersonObject, type Profile } from '../people/person.ts';
import type { MappedRow } from './map-row.ts';

/**
 * The person's own record. Touching it is what makes Account Engagement look, so it travels with the
 * order or cart that changed it. Whoever Salesforce knows already is found by id and keeps name,
 * address and phone as its users have them; whoever it does not is made, by the customer key, so
 * that making them twice makes one.
 */
export function personRow(
  person: Person,
  profile: Profile | null,
  totals: Totals,
  cart: CartBlock,
  createAs: PersonObject,
): MappedRow {
  const object = person.link?.object ?? createAs;
  const input: PersonInput = {
    customerKey: person.customerKey,
    profile: {
      firstName: profile?.firstName ?? null,
      lastName: profile?.lastName ?? null,
      email: profile?.email ?? person.email,
      phone: profile?.phone ?? null,
      company: profile?.company ?? null,
      group: person.customerGroup,
    },
    totals,
    cart,
  };
  const always = applyMapping(DEFAULT_MAPPING, object, input);
  const creating = person.link === null;
  const all = creating ? applyMapping(DEFAULT_MAPPING, object, input, { creating }) : always;
  const row: Row = {
    object,
    key: personRowKey(person.id),
    target: person.link
      ? { id: person.link.id }
      : { field: 'Customer_Key__c', value: person.customerKey },
    fields: always.fields,
    ...(creating && { createFields: all.fields }),
    references: {},
  };
  return { row, problems: all.problems };
}

/** How orders and carts point at their person. */
export function personReference(person: Person, createAs: PersonObject): Record<string, Reference> {
  const object = person.link?.object ?? createAs;
  const by = person.link
    ? { id: person.link.id }
    : { object, field: 'Customer_Key__c', value: person.customerKey };
  return { [`${object}__c`]: { name: personRowKey(person.id), by } };
}
