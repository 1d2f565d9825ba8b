import type { Creating, PeoplePolicy } from '../../shared/people-policy.ts';
import type { Row } from '../../deliver/row.ts';
import { isGuestKey } from './names.ts';
import type { Person, PersonObject } from './person.ts';

/** What the org's policy says of a person whom nobody in Salesforce matches. */
export function creatingOf(
  { creating }: Pick<PeoplePolicy, 'creating'>,
  { customerKey }: Pick<Person, 'customerKey'>,
): Creating {
  return isGuestKey(customerKey) ? creating.guest : creating.registered;
}

/**
 * What a person is in Salesforce, or becomes; null where the policy makes nobody of them, or where
 * somebody deleted what they were. It is the one place that decides.
 */
export function objectOf(
  person: Pick<Person, 'link' | 'customerKey' | 'deletedAt'>,
  policy: Pick<PeoplePolicy, 'creating'>,
): PersonObject | null {
  if (person.link) return person.link.object;
  if (person.deletedAt) return null;
  const { as } = creatingOf(policy, person);
  if (as === 'Nobody') return null;
  return as === 'PersonAccount' ? 'Account' : as;
}

type Said = Pick<Row, 'fields' | 'references' | 'createFields' | 'createReferences'>;

/**
 * What the policy adds to the row that makes a person. What an admin maps goes first: a field that
 * the mapping writes, at creation or always, is the mapping's.
 */
export function policyFields(
  { ownerId, recordTypeId, leadSource }: Creating,
  { fields, references, createFields, createReferences }: Said,
): Record<string, string> {
  const mapped = { ...fields, ...references, ...createFields, ...createReferences };
  const wished = { OwnerId: ownerId, RecordTypeId: recordTypeId, LeadSource: leadSource };
  return Object.fromEntries(
    Object.entries(wished).flatMap(([field, value]) =>
      value === null || Object.hasOwn(mapped, field) ? [] : [[field, value]],
    ),
  );
}
