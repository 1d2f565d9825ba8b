import {
  address,
  checkbox,
  field,
  longText,
  phone,
  picklist,
  reference,
  standardObject,
  system,
  text,
} from './define.ts';
import type { ObjectType } from './model.ts';
import { contact, INDUSTRIES, lead, SOURCES } from './standard-people.ts';
import { ownedByQueues, queueObjects } from './standard-queues.ts';
import { salesObjects } from './standard-sales.ts';

const name = (label: string, length: number) =>
  text('Name', label, length, { required: true, nameField: true });

const account = standardObject(
  'Account',
  ['Account', 'Accounts'],
  '001',
  [
    system('MasterRecordId', 'Master Record ID', 'reference', {
      length: 18,
      referenceTo: ['Account'],
      relationshipName: 'MasterRecord',
    }),
    name('Account Name', 255),
    picklist('Type', 'Account Type', 'Prospect|Customer - Direct|Customer - Channel|Other'),
    reference('ParentId', 'Parent Account ID', 'Account', { childRelationship: 'ChildAccounts' }),
    ...address('Billing', 'BillingAddress'),
    ...address('Shipping', 'ShippingAddress'),
    phone('Phone', 'Account Phone'),
    phone('Fax', 'Account Fax'),
    text('AccountNumber', 'Account Number', 40),
    field('Website', 'Website', 'url', { length: 255 }),
    text('Sic', 'SIC Code', 20),
    picklist('Industry', 'Industry', INDUSTRIES),
    field('AnnualRevenue', 'Annual Revenue', 'currency', { precision: 18 }),
    field('NumberOfEmployees', 'Employees', 'int', { precision: 8 }),
    picklist('Ownership', 'Ownership', 'Public|Private|Subsidiary|Other'),
    text('TickerSymbol', 'Ticker Symbol', 20),
    longText('Description', 'Account Description'),
    picklist('Rating', 'Account Rating', 'Hot|Warm|Cold'),
    text('Site', 'Account Site', 80),
    picklist('AccountSource', 'Account Source', SOURCES),
  ],
  { owned: true, sharing: 'ReadWrite' },
);

const user = standardObject(
  'User',
  ['User', 'Users'],
  '005',
  [
    text('Username', 'Username', 80, { required: true, unique: true, idLookup: true }),
    text('LastName', 'Last Name', 80, { required: true }),
    text('FirstName', 'First Name', 40),
    system('Name', 'Full Name', 'string', { length: 121, nameField: true }),
    field('Email', 'Email', 'email', { length: 128, required: true }),
    text('Alias', 'Alias', 8, { required: true }),
    checkbox('IsActive', 'Active', { defaultValue: true }),
    reference('ProfileId', 'Profile ID', 'Profile', { required: true }),
    picklist('UserType', 'User Type', 'Standard', { updateable: false, defaultValue: 'Standard' }),
    text('TimeZoneSidKey', 'Time Zone', 40, { defaultValue: 'GMT' }),
    text('LocaleSidKey', 'Locale', 40, { defaultValue: 'en_US' }),
    text('LanguageLocaleKey', 'Language', 40, { defaultValue: 'en_US' }),
    text('EmailEncodingKey', 'Email Encoding', 40, { defaultValue: 'UTF-8' }),
    text('FederationIdentifier', 'SAML Federation ID', 512),
  ],
  { setup: true },
);

const organization = standardObject(
  'Organization',
  ['Organization', 'Organizations'],
  '00D',
  [
    name('Name', 80),
    text('InstanceName', 'Instance Name', 5),
    checkbox('IsSandbox', 'Is Sandbox'),
    field('TrialExpirationDate', 'Trial Expiration Date', 'datetime'),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    picklist('OrganizationType', 'Edition', 'Developer Edition|Enterprise Edition'),
    text('LanguageLocaleKey', 'Language', 40),
    text('TimeZoneSidKey', 'Time Zone', 40),
  ],
  { setup: true },
);

const profile = standardObject('Profile', ['Profile', 'Profile'], '00e', [name('Name', 255)], {
  setup: true,
});

const permissionSet = standardObject(
  'PermissionSet',
  ['Permission Set', 'Permission Sets'],
  '0PS',
  [
    name('Permission Set Name', 80),
    text('Label', 'Permission Set Label', 80),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    checkbox('IsOwnedByProfile', 'Is Owned By Profile'),
    checkbox('IsCustom', 'Custom', { defaultValue: true }),
  ],
  { setup: true },
);

const permissionSetAssignment = standardObject(
  'PermissionSetAssignment',
  ['Permission Set Assignment', 'Permission Set Assignments'],
  '0Pa',
  [
    reference('AssigneeId', 'Assignee ID', 'User', {
      required: true,
      updateable: false,
      childRelationship: 'PermissionSetAssignments',
    }),
    reference('PermissionSetId', 'Permission Set ID', 'PermissionSet', {
      required: true,
      updateable: false,
      childRelationship: 'Assignments',
    }),
  ],
  { setup: true },
);

/** The platform's own objects, as far as a commerce connector meets them. */
export function standardObjects(): ObjectType[] {
  const all = [
    account,
    contact,
    ownedByQueues(lead),
    user,
    organization,
    profile,
    permissionSet,
    permissionSetAssignment,
    ...queueObjects,
    ...salesObjects,
  ];
  // Each org adds its own fields, so none may share the lists above.
  return all.map((object) => ({ ...object, fields: [...object.fields], children: [] }));
}
