import type { Call } from '../rest/call.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { labelOf } from './layout.ts';
import { nameFieldOf } from './objects.ts';
import { add, emptySelection } from './selection.ts';

/** A column of a list: a field of the object, or of a record it points at. */
export interface Column {
  /** `Shop__r.Name` of a lookup `Shop__c`. */
  fieldApiName: string;
  label: string;
  /** The field that holds the id, where the column is a lookup's name. */
  lookupId: string | null;
  sortable: boolean;
  /** The field itself, or the lookup. */
  field: Field;
}

/** What list views call the fields that every object has. */
const COMMON: Record<string, string> = {
  NAME: 'Name',
  OBJECT_ID: 'Id',
  CREATED_DATE: 'CreatedDate',
  CREATEDBY_USER: 'CreatedBy.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  LAST_UPDATE: 'LastModifiedDate',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FIRST_NAME': 'Owner.FirstName',
  'OWNER.LAST_NAME': 'Owner.LastName',
  'CORE.USERS.ALIAS': 'Owner.Alias',
  FULL_NAME: 'Name',
  LAST_ACTIVITY: 'LastActivityDate',
};

/** The column a list view's metadata means; undefined when the caller may not see it. */
export function columnOf(call: Call, object: ObjectType, text: string): Column | undefined {
  const path = COMMON[text] ?? standardPath(call, object, text);
  return path === undefined ? undefined : columnAt(call, object, path);
}

/** `CONTACT.PHONE1` is the phone of a contact, `ACCOUNT.NAME` there the name of its account. */
function standardPath(call: Call, object: ObjectType, text: string): string | undefined {
  if (call.org.schema.field(object, text)) return text;
  const [first = '', ...rest] = text.split('.');
  const plain = (name: string): string => name.replace(/_|\d+$/g, '').toLowerCase();
  const find = (one: ObjectType, name: string): string | undefined =>
    one.fields.find((field) => plain(field.name) === plain(name))?.name;
  if (rest.length === 0) return find(object, first);
  if (plain(first) === plain(object.name)) return find(object, rest.join('.'));
  const reference = call.org.schema.relationship(object, first);
  const parent = reference && call.org.schema.object(reference.referenceTo[0] ?? '');
  const name = parent && find(parent, rest.join('.'));
  return name && reference.relationshipName ? `${reference.relationshipName}.${name}` : undefined;
}

/** The column of a field, or of a path to a parent's field; of a lookup it is the name behind it. */
export function columnAt(call: Call, object: ObjectType, path: string): Column | undefined {
  const { org } = call;
  const [first = '', ...rest] = path.split('.');
  const plain = rest.length === 0 ? org.schema.field(object, first) : undefined;
  const field = plain ?? org.schema.relationship(object, first);
  if (!field) return undefined;
  const parent = org.schema.object(field.referenceTo[0] ?? '');
  const name = plain && parent && nameFieldOf(parent)?.name;
  const relationship = field.relationshipName;
  const full = name && relationship ? `${relationship}.${name}` : path;
  if (!add(call, object, emptySelection(), full.split('.'))) return undefined;
  const [below] = rest;
  const end = below && parent && org.schema.field(parent, below);
  return {
    fieldApiName: full,
    label: end && !end.nameField ? `${labelOf(field)} ${end.label}` : labelOf(field),
    lookupId: full === path && !below ? null : field.name,
    sortable: field.filterable,
    field,
  };
}

export function showColumn({ fieldApiName, label, lookupId, sortable }: Column) {
  return { fieldApiName, label, lookupId, sortable };
}
