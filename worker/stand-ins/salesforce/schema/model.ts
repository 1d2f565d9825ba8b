/** The types a describe answers; each decides how a value is read, checked, kept and shown. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'double'
  | 'currency'
  | 'percent'
  | 'int'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'reference';

export interface Field {
  name: string;
  label: string;
  type: FieldType;
  custom: boolean;
  /** Characters; 0 where it has no meaning. */
  length: number;
  /** Digits in all, and behind the point; 0 where they have no meaning. */
  precision: number;
  scale: number;
  required: boolean;
  unique: boolean;
  caseSensitive: boolean;
  externalId: boolean;
  /** May name a record in a URL or an upsert, as external ids and emails may. */
  idLookup: boolean;
  createable: boolean;
  updateable: boolean;
  nameField: boolean;
  filterable: boolean;
  /** Formulas and roll-ups: declared, never computed here. */
  calculated: boolean;
  /** The display format of an auto number, such as `CART-{000000}`. */
  autoNumber?: string;
  defaultValue?: string | boolean;
  picklist: string[];
  restricted: boolean;
  referenceTo: string[];
  relationshipName?: string;
  /** What the parent calls its rows of this kind, as in a subquery. */
  childRelationship?: string;
  /** Deleting the parent deletes the row; otherwise the reference becomes null. */
  cascadeDelete: boolean;
  help?: string;
  /** The field whose field-level security governs this one; null: visible with the object. */
  guardedBy: string | null;
}

export interface ChildRelationship {
  name: string;
  child: string;
  field: string;
}

export interface ObjectType {
  name: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  custom: boolean;
  fields: Field[];
  children: ChildRelationship[];
  /** Set-up objects that every user may look at and only an administrator may change. */
  setup: boolean;
}

/** What is in the org, found by name in any case. */
export interface Schema {
  objects: ObjectType[];
  object(name: string): ObjectType | undefined;
  field(object: ObjectType, name: string): Field | undefined;
  /** The reference behind a relationship name such as `Owner` or `Lead__r`. */
  relationship(object: ObjectType, name: string): Field | undefined;
  byKeyPrefix(prefix: string): ObjectType | undefined;
}

export function isNumber(type: FieldType): boolean {
  return type === 'double' || type === 'currency' || type === 'percent' || type === 'int';
}
