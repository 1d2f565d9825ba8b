import { checkbox, field, reference, standardObject, system, text } from '../define.ts';
import type { Field, ObjectType } from '../model.ts';

/** The fields of a contact that its person account has by the same name. */
export const SHARED = ['FirstName', 'LastName', 'Salutation'];
/** Fields of both objects that an account has in its own right. */
const OWN = ['AccountId', 'ReportsToId', 'MasterRecordId', 'Phone', 'Fax', 'Description'];

/** What a person account calls a field of its contact; undefined: it has no such field. */
export function nameOnAccount(contactField: Field): string | undefined {
  const { name, custom, createable } = contactField;
  if (SHARED.includes(name)) return name;
  if (custom) return name.replace(/__c$/, '__pc');
  return !createable || OWN.includes(name) || name === 'OwnerId' ? undefined : `Person${name}`;
}

const recordType = (): ObjectType =>
  standardObject(
    'RecordType',
    ['Record Type', 'Record Types'],
    '012',
    [
      text('Name', 'Name', 80, { required: true, nameField: true }),
      text('DeveloperName', 'Record Type Name', 80, { required: true }),
      text('NamespacePrefix', 'Namespace Prefix', 15, { createable: false, updateable: false }),
      text('Description', 'Description', 255),
      text('SobjectType', 'SObject Type Name', 40, { required: true, updateable: false }),
      checkbox('IsActive', 'Active'),
      system('IsPersonType', 'Is Person Type', 'boolean'),
    ],
    { setup: true },
  );

/** Accounts that are people: an account and a contact in one. */
export function addPersonAccounts(objects: ObjectType[]): void {
  const account = objects.find(({ name }) => name === 'Account');
  const contact = objects.find(({ name }) => name === 'Contact');
  if (!account || !contact) return;
  if (!objects.some(({ name }) => name === 'RecordType')) objects.push(recordType());
  account.fields = account.fields.map((own) =>
    own.name === 'Name' ? { ...own, required: false } : own,
  );
  const known = new Set(account.fields.map(({ name }) => name));
  const added: Field[] = [
    reference('RecordTypeId', 'Record Type ID', 'RecordType', { guardedBy: null }),
    system('IsPersonAccount', 'Is Person Account', 'boolean'),
    reference('PersonContactId', 'Contact ID', 'Contact', {
      createable: false,
      updateable: false,
      guardedBy: null,
    }),
    ...contact.fields.flatMap((own) => onAccount(own)),
  ];
  account.fields.push(...added.filter(({ name }) => !known.has(name)));
  contact.fields.push(
    system('IsPersonAccount', 'Is Person Account', 'boolean', { defaultValue: false }),
  );
}

function onAccount(own: Field): Field[] {
  const name = nameOnAccount(own);
  if (!name) return [];
  const { defaultValue, ...rest } = own;
  const guardedBy = own.guardedBy && (own.custom ? name : `Person${own.guardedBy}`);
  return [
    field(name, own.label, own.type, {
      ...rest,
      name,
      required: false,
      // Found and kept unique by way of the contact alone.
      ...{ unique: false, externalId: false, idLookup: false },
      nameField: false,
      guardedBy: SHARED.includes(own.name) ? null : guardedBy,
      ...(guardedBy && { securedLike: `Contact.${own.guardedBy ?? ''}` }),
      // A business account has none of these, so a checkbox is false and nothing else has a default.
      ...(typeof defaultValue === 'boolean' && { defaultValue }),
    }),
  ];
}
