import type { Caller, Org } from '../org.ts';
import { nameOnAccount } from '../schema/features/person-accounts.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { checkUnique } from './duplicates.ts';
import { Refused, refuse } from './refusal.ts';
import type { Row, Value } from './row.ts';

/** What an account and its contact both have under the same name. */
const ALIKE = ['Phone', 'Fax', 'OwnerId', 'CurrencyIsoCode'];

/**
 * Decides whether an account is a person and completes it; a person's contact is then still to be
 * written. Throws when a business gets a person's fields, or a person a business's name.
 */
export function completeAccount(
  org: Org,
  row: Row,
  values: Map<Field, Value>,
  before: Row | undefined,
): void {
  const types = org.schema.object('RecordType');
  const contacts = org.schema.object('Contact');
  if (!types || !contacts) return;
  const ofPeople = new Set(['LastName', 'FirstName', 'Salutation']);
  for (const field of contacts.fields) ofPeople.add(nameOnAccount(field) ?? 'LastName');
  const given = [...values].filter(([, value]) => value !== null && value !== false);
  const personal = given.map(([{ name }]) => name).filter((name) => ofPeople.has(name));
  const all = org.database.table(types).all();
  const chosen = all.find(({ Id }) => Id === row.RecordTypeId);
  const isPerson = before
    ? before.IsPersonAccount === true
    : chosen?.IsPersonType === true || (!chosen && personal.includes('LastName'));
  const bad = isPerson
    ? given.map(([{ name }]) => name).filter((name) => name === 'Name')
    : personal;
  if (bad.length > 0) {
    throw refuse(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Account: bad field names on insert/update call: ${bad.join(', ')}`,
      bad,
    );
  }
  if (before && chosen && (chosen.IsPersonType === true) !== isPerson) {
    throw refuse(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Changing between business and person account is not imitated by the local org',
      ['RecordTypeId'],
    );
  }
  row.IsPersonAccount = isPerson;
  row.RecordTypeId ??= all.find((type) => (type.IsPersonType === true) === isPerson)?.Id ?? null;
  const needed = isPerson ? 'LastName' : 'Name';
  if ((row[needed] ?? '') === '') {
    const message = `Required fields are missing: [${needed}]`;
    throw new Refused([{ code: 'REQUIRED_FIELD_MISSING', message, fields: [needed] }]);
  }
  if (isPerson) row.PersonContactId ??= org.database.newId(contacts);
}

/** Writes the contact behind a person account, new or changed. */
export function writePersonContact(org: Org, account: Row): void {
  const object = org.schema.object('Contact');
  const contact = object && contactOf(org, object, account);
  if (contact) org.database.put(object, contact);
}

/** What is unique on contacts is so on those behind accounts as well. */
export function checkPersonContact(org: Org, caller: Caller, account: Row): void {
  const object = org.schema.object('Contact');
  const contact = object && contactOf(org, object, account);
  if (contact) checkUnique(org, caller, object, contact);
}

function contactOf(org: Org, object: ObjectType, account: Row): Row | undefined {
  const id = account.PersonContactId;
  if (account.IsPersonAccount !== true || typeof id !== 'string') return undefined;
  const { CreatedDate = null, CreatedById = null } = account;
  const before = org.database.table(object).get(id);
  const contact: Row = { IsDeleted: false, CreatedDate, CreatedById, ...before, Id: id };
  for (const field of object.fields) {
    const name = nameOnAccount(field) ?? (ALIKE.includes(field.name) ? field.name : undefined);
    if (name) contact[field.name] = account[name] ?? null;
  }
  for (const stamp of ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp', 'Name']) {
    contact[stamp] = account[stamp] ?? null;
  }
  return { ...contact, AccountId: account.Id, IsPersonAccount: true };
}

/** A person's contact is written and deleted by way of the account alone. */
export function refusePersonContact(object: ObjectType, row: Row): void {
  if (object.name !== 'Contact' || row.IsPersonAccount !== true) return;
  throw refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
}
