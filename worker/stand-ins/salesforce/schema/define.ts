import type { Field, FieldType, ObjectType, SharingModel } from './model.ts';

/** A field with nothing special about it; callers say what is. */
export function field(
  name: string,
  label: string,
  type: FieldType,
  more: Partial<Field> = {},
): Field {
  return {
    name,
    label,
    type,
    custom: false,
    length: 0,
    precision: 0,
    scale: 0,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    idLookup: false,
    createable: true,
    updateable: true,
    nameField: false,
    filterable: true,
    calculated: false,
    picklist: [],
    restricted: false,
    referenceTo: [],
    cascadeDelete: false,
    // Field-level security cannot hide what a record cannot be without.
    guardedBy: more.required ? null : name,
    ...more,
  };
}

const SYSTEM = { createable: false, updateable: false, guardedBy: null };

export const text = (
  name: string,
  label: string,
  length: number,
  more: Partial<Field> = {},
): Field => field(name, label, 'string', { length, ...more });

export const phone = (name: string, label: string): Field =>
  field(name, label, 'phone', { length: 40 });

export const checkbox = (name: string, label: string, more: Partial<Field> = {}): Field =>
  field(name, label, 'boolean', { defaultValue: false, ...more });

export const picklist = (
  name: string,
  label: string,
  values: string,
  more: Partial<Field> = {},
): Field => field(name, label, 'picklist', { length: 255, picklist: values.split('|'), ...more });

export const longText = (name: string, label: string): Field =>
  field(name, label, 'textarea', { length: 32_000, filterable: false });

export const reference = (
  name: string,
  label: string,
  to: string,
  more: Partial<Field> = {},
): Field =>
  field(name, label, 'reference', {
    length: 18,
    referenceTo: [to],
    relationshipName: name.replace(/Id$/, ''),
    ...more,
  });

/** Written by the platform alone, and never hidden. */
export const system = (
  name: string,
  label: string,
  type: FieldType,
  more: Partial<Field> = {},
): Field => field(name, label, type, { ...SYSTEM, ...more });

/** Street, city, state, postal code and country; one setting of field security hides all five. */
export function address(prefix: string, guardedBy: string): Field[] {
  const part = (name: string, type: FieldType, length: number): Field =>
    field(`${prefix}${name}`, `${prefix} ${name}`.trim(), type, { length, guardedBy });
  return [
    part('Street', 'textarea', 255),
    part('City', 'string', 40),
    part('State', 'string', 80),
    part('PostalCode', 'string', 20),
    part('Country', 'string', 80),
  ];
}

/** The fields every object begins and ends with. */
export function systemFields(owned: boolean): { first: Field[]; last: Field[] } {
  const owner = reference('OwnerId', 'Owner ID', 'User', { guardedBy: null });
  return {
    first: [
      system('Id', 'Record ID', 'id', { length: 18 }),
      ...(owned ? [owner] : []),
      system('IsDeleted', 'Deleted', 'boolean'),
    ],
    last: [
      system('CreatedDate', 'Created Date', 'datetime'),
      reference('CreatedById', 'Created By ID', 'User', SYSTEM),
      system('LastModifiedDate', 'Last Modified Date', 'datetime'),
      reference('LastModifiedById', 'Last Modified By ID', 'User', SYSTEM),
      system('SystemModstamp', 'System Modstamp', 'datetime'),
    ],
  };
}

/** A standard object: its system fields around its own. */
export function standardObject(
  name: string,
  labels: [one: string, many: string],
  keyPrefix: string,
  own: Field[],
  kind: {
    owned?: boolean;
    setup?: boolean;
    fixed?: boolean;
    sharing?: SharingModel;
    sharingParents?: string[];
  } = {},
): ObjectType {
  const { first, last } = systemFields(kind.owned ?? false);
  return {
    name,
    label: labels[0],
    labelPlural: labels[1],
    keyPrefix,
    custom: false,
    fields: [...first, ...own, ...last],
    children: [],
    setup: kind.setup ?? false,
    ...(kind.fixed && { fixed: true }),
    ...(kind.sharing && { sharing: kind.sharing }),
    ...(kind.sharingParents && { sharingParents: kind.sharingParents }),
  };
}
