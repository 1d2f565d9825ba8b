import { field, reference, standardObject, system } from '../schema/define.ts';
import type { Field, FieldType, ObjectType } from '../schema/model.ts';

type More = Partial<Field>;

const LONGEST = 131_072;

/** What a client may set when it makes the record, but not later. */
export const once = (name: string, type: FieldType = 'string', more: More = {}): Field =>
  field(name, name, type, { ...sizeOf(type), updateable: false, ...more });

/** What a client may change at any time. */
export const open = (name: string, type: FieldType = 'string', more: More = {}): Field =>
  field(name, name, type, { ...sizeOf(type), ...more });

/** What only the platform writes. */
export const own = (name: string, type: FieldType = 'string', more: More = {}): Field =>
  system(name, name, type, { ...sizeOf(type), ...more });

export const flag = (name: string, make = own): Field =>
  make(name, 'boolean', { defaultValue: false });

export const link = (name: string, to: string, more: More = {}): Field =>
  reference(name, name, to, { updateable: false, guardedBy: null, ...more });

export const platformLink = (name: string, to: string, more: More = {}): Field =>
  link(name, to, { createable: false, ...more });

/** An object that only the Tooling API has. */
export function toolingObject(name: string, keyPrefix: string, fields: Field[]): ObjectType {
  return standardObject(name, [name, name], keyPrefix, fields, { setup: true });
}

function sizeOf(type: FieldType): More {
  if (type === 'int') return { precision: 9 };
  if (type === 'textarea') return { length: LONGEST, filterable: false };
  return type === 'boolean' ? {} : { length: 255 };
}

/** Fields that hold an object instead of a value; they are kept as its JSON. */
export const COMPOUND = new Set([
  'CodeCoverage',
  'CodeCoveragePercentages',
  'CspTrustedSites',
  'Dependencies',
  'Errors',
  'ProfileMappings',
  'Profiles',
  'RemoteSiteSettings',
]);
