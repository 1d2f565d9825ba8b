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
import type { Field, ObjectType } from './model.ts';

const SALUTATIONS = 'Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.';
export const INDUSTRIES =
  'Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|' +
  'Education|Electronics|Energy|Engineering|Entertainment|Environmental|Finance|' +
  'Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|' +
  'Not For Profit|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|' +
  'Utilities|Other';
export const SOURCES = 'Web|Phone Inquiry|Partner Referral|Purchased List|Other';

/** The parts of a person's name are one field to field-level security, and cannot be hidden. */
function personName(): Field[] {
  return [
    text('LastName', 'Last Name', 80, { required: true }),
    text('FirstName', 'First Name', 40, { guardedBy: null }),
    picklist('Salutation', 'Salutation', SALUTATIONS, { length: 40, guardedBy: null }),
    system('Name', 'Full Name', 'string', { length: 121, nameField: true }),
  ];
}

/** What email and telephone marketing add to a person. */
function reachability(): Field[] {
  return [
    checkbox('HasOptedOutOfEmail', 'Email Opt Out'),
    checkbox('HasOptedOutOfFax', 'Fax Opt Out'),
    checkbox('DoNotCall', 'Do Not Call'),
    text('EmailBouncedReason', 'Email Bounced Reason', 255, { guardedBy: null }),
    field('EmailBouncedDate', 'Email Bounced Date', 'datetime', { guardedBy: null }),
    system('LastActivityDate', 'Last Activity', 'date'),
  ];
}

const email = (): Field => field('Email', 'Email', 'email', { length: 80, idLookup: true });

export const contact: ObjectType = standardObject(
  'Contact',
  ['Contact', 'Contacts'],
  '003',
  [
    system('MasterRecordId', 'Master Record ID', 'reference', {
      length: 18,
      referenceTo: ['Contact'],
      relationshipName: 'MasterRecord',
    }),
    reference('AccountId', 'Account ID', 'Account', {
      childRelationship: 'Contacts',
      cascadeDelete: true,
    }),
    ...personName(),
    ...address('Other', 'OtherAddress'),
    ...address('Mailing', 'MailingAddress'),
    phone('Phone', 'Business Phone'),
    phone('Fax', 'Business Fax'),
    phone('MobilePhone', 'Mobile Phone'),
    phone('HomePhone', 'Home Phone'),
    phone('OtherPhone', 'Other Phone'),
    phone('AssistantPhone', 'Asst. Phone'),
    reference('ReportsToId', 'Reports To ID', 'Contact'),
    email(),
    text('Title', 'Title', 128),
    text('Department', 'Department', 80),
    text('AssistantName', "Assistant's Name", 40),
    picklist('LeadSource', 'Lead Source', SOURCES),
    field('Birthdate', 'Birthdate', 'date'),
    longText('Description', 'Contact Description'),
    ...reachability(),
    system('IsEmailBounced', 'Is Email Bounced', 'boolean', { defaultValue: false }),
  ],
  { owned: true, sharing: 'ControlledByParent', sharingParents: ['AccountId'] },
);

const converted = (name: string, label: string, to: string): Field =>
  system(name, label, 'reference', {
    length: 18,
    referenceTo: [to],
    relationshipName: name.replace(/Id$/, ''),
  });

export const lead: ObjectType = standardObject(
  'Lead',
  ['Lead', 'Leads'],
  '00Q',
  [
    converted('MasterRecordId', 'Master Record ID', 'Lead'),
    ...personName(),
    text('Title', 'Title', 128),
    text('Company', 'Company', 255, { required: true }),
    ...address('', 'Address'),
    phone('Phone', 'Phone'),
    phone('MobilePhone', 'Mobile Phone'),
    phone('Fax', 'Fax'),
    email(),
    field('Website', 'Website', 'url', { length: 255 }),
    longText('Description', 'Description'),
    picklist('LeadSource', 'Lead Source', SOURCES),
    picklist(
      'Status',
      'Status',
      'Open - Not Contacted|Working - Contacted|Closed - Converted|Closed - Not Converted',
      { required: true, defaultValue: 'Open - Not Contacted' },
    ),
    picklist('Industry', 'Industry', INDUSTRIES),
    picklist('Rating', 'Rating', 'Hot|Warm|Cold'),
    field('AnnualRevenue', 'Annual Revenue', 'currency', { precision: 18 }),
    field('NumberOfEmployees', 'Employees', 'int', { precision: 8 }),
    ...reachability(),
    system('IsConverted', 'Converted', 'boolean', { defaultValue: false }),
    system('ConvertedDate', 'Converted Date', 'date'),
    converted('ConvertedAccountId', 'Converted Account ID', 'Account'),
    converted('ConvertedContactId', 'Converted Contact ID', 'Contact'),
    converted('ConvertedOpportunityId', 'Converted Opportunity ID', 'Opportunity'),
    checkbox('IsUnreadByOwner', 'Unread By Owner', { defaultValue: true, guardedBy: null }),
  ],
  { owned: true, sharing: 'ReadWriteTransfer' },
);
