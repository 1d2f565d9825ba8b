import { isDetail, type ObjectModel } from './package-model.ts';

// The platform's own names that this package refers to. Only what is listed here is accepted, so that a
// slip of the pen is not mistaken for a standard name: whoever needs another one adds it.

export const STANDARD_OBJECTS = ['Account', 'Contact', 'Lead'];

/** Fields of standard objects that a permission set can grant. Names and required fields cannot. */
export const STANDARD_FIELDS: Record<string, string[]> = {
  Account: ['BillingAddress', 'ParentId', 'Phone', 'ShippingAddress', 'Website'],
  Contact: [
    ...['AccountId', 'Email', 'HasOptedOutOfEmail', 'LeadSource', 'MailingAddress', 'OtherAddress'],
    ...['MobilePhone', 'Phone'],
  ],
  Lead: ['Address', 'Email', 'HasOptedOutOfEmail', 'LeadSource', 'MobilePhone', 'Phone'],
};

const SYSTEM_FIELDS = [
  'Name',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
];

/** List views call the system fields by older names. */
const LIST_COLUMNS = ['NAME', 'CREATED_DATE', 'LAST_UPDATE', 'CREATEDBY_USER', 'UPDATEDBY_USER'];

export function hasField(object: ObjectModel, name: string): boolean {
  return (
    object.fields.has(name) ||
    SYSTEM_FIELDS.includes(name) ||
    (name === 'OwnerId' && !isDetail(object))
  );
}

export function hasColumn(object: ObjectModel, name: string): boolean {
  return (
    object.fields.has(name) ||
    LIST_COLUMNS.includes(name) ||
    (name === 'OWNER.ALIAS' && !isDetail(object))
  );
}
