import type { Row, Value } from '../records/row.ts';

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
  /** Formulas and roll-ups: nobody writes them, and no row holds them. */
  calculated: boolean;
  formula?: FormulaText;
  summary?: Summary;
  /** The formula of the value a new record gets. */
  defaultFormula?: FormulaText;
  /** What a calculated field is in this row, now. */
  compute?: (row: Row) => Value;
  /** The display format of an auto number, such as `CART-{000000}`. */
  autoNumber?: string;
  defaultValue?: string | boolean;
  picklist: string[];
  /** What people read for values whose label is another text. */
  picklistLabels?: Map<string, string>;
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
  /** `Object.Field` whose setting governs this one, where that is a field of another object. */
  securedLike?: string;
}

/** A formula as its component spells it. */
export interface FormulaText {
  text: string;
  blankAsZero: boolean;
  /** The org's spelling of the names in a package's sources. */
  apiName: (name: string) => string;
}

/** A field that sums up the detail rows of its record; names are API names of the org. */
export interface Summary {
  operation: 'count' | 'sum' | 'min' | 'max';
  child: string;
  /** The master-detail field of the child that leads here. */
  reference: string;
  /** Absent for a count. */
  summarized?: string;
  filters: { field: string; operation: string; value: string }[];
}

/** What a row may not be when it is saved. */
export interface ValidationRule {
  name: string;
  active: boolean;
  formula: FormulaText;
  message: string;
  /** The field beside which the message shows. */
  field?: string;
}

export interface ChildRelationship {
  name: string;
  child: string;
  field: string;
}

/** Who may do what with records of others before anything is shared, in the words of metadata. */
export type SharingModel =
  'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'FullAccess' | 'ControlledByParent';

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
  validationRules?: ValidationRule[];
  /** Only of platform events, which are published and never kept as records. */
  event?: { publishes: 'immediately' | 'after commit' };
  /** Its records are the platform's: nobody makes, changes or deletes them. */
  fixed?: boolean;
  /** The organisation-wide default; absent: whoever may use the object may use all its records. */
  sharing?: SharingModel;
  /** The references to the records whose access decides about a record of this object. */
  sharingParents?: string[];
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
