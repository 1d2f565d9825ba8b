import type { Org } from '../org.ts';
import type { Row, Value } from '../records/row.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { deployedMappings } from './deployed-mapping.ts';

type Target = 'Account' | 'Contact' | 'Opportunity';

const same = (...names: string[]): [string, string][] => names.map((name) => [name, name]);
const address = (prefix: string): [string, string][] =>
  ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => [part, `${prefix}${part}`]);

/** What the platform itself carries over; an admin cannot change it. */
const STANDARD: Record<Target, [lead: string, field: string][]> = {
  Account: [
    ['Company', 'Name'],
    ['LeadSource', 'AccountSource'],
    ...same('Phone', 'Fax', 'Website', 'Industry', 'AnnualRevenue', 'NumberOfEmployees', 'Rating'),
    ...address('Billing'),
  ],
  Contact: [
    ...same('LastName', 'FirstName', 'Salutation', 'Title', 'Phone', 'Fax', 'MobilePhone', 'Email'),
    ...same('Description', 'LeadSource', 'HasOptedOutOfEmail', 'HasOptedOutOfFax', 'DoNotCall'),
    ...same('EmailBouncedReason', 'EmailBouncedDate'),
    ...address('Mailing'),
  ],
  Opportunity: [...same('LeadSource')],
};

/** What a Lead's fields become on a new record; fields without a value are left out. */
export function mapped(org: Org, lead: Row, target: ObjectType): Map<Field, Value> {
  const custom = [...deployedMappings(org), ...org.leadConversion.mappings()]
    .filter(({ to }) => to === target.name)
    .map(({ lead: from, field }): [string, string] => [from, field ?? from]);
  const pairs = [...STANDARD[target.name as Target], ...custom];
  const leads = org.schema.object('Lead');
  return new Map(
    pairs.flatMap(([from, to]): [Field, Value][] => {
      const source = leads && org.schema.field(leads, from);
      const field = org.schema.field(target, to);
      const value = source && lead[source.name];
      return field && value !== undefined && value !== null ? [[field, value]] : [];
    }),
  );
}

/** Of what would go onto a record that exists, only what finds an empty field. */
export function intoEmpty(values: Map<Field, Value>, target: Row): Map<Field, Value> {
  return new Map(
    [...values].filter(
      ([field]) => (target[field.name] ?? null) === null || target[field.name] === '',
    ),
  );
}
