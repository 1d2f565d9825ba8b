import { recordOf } from './values.ts';

/** What an org says about an object, cut down to what a mapping has to know. */

export interface ObjectDescribe {
  /** API name; the package's own without its namespace. */
  object: string;
  label: string;
  createable: boolean;
  updateable: boolean;
  /** Only those that may be written or by which a record is found. */
  fields: FieldDescribe[];
}

/** What is absent is false, zero or empty: most fields have little to say. */
export interface FieldDescribe {
  /** API name; the package's own without its namespace. */
  name: string;
  label: string;
  /** As Salesforce's REST describe says: string, textarea, picklist, double, datetime, … */
  type: string;
  createable: boolean;
  updateable: boolean;
  nillable: boolean;
  /** Salesforce fills it itself when a record is made without it. */
  defaultedOnCreate?: boolean;
  /** Of texts, in characters. */
  length?: number;
  /** Digits in all and after the point. */
  precision?: number;
  scale?: number;
  /** Of whole numbers. */
  digits?: number;
  unique?: boolean;
  externalId?: boolean;
  idLookup?: boolean;
  /** A picklist that takes none but its values. */
  restricted?: boolean;
  /** The active ones; absent also where there are more of them than can be kept. */
  values?: { value: string; label: string }[];
  /** API names of the objects it can lead to. */
  referenceTo?: string[];
}

/** Characters of JSON: a describe is kept in a long text field of 131,072, with room to spare. */
const MOST_CHARACTERS = 100_000;

/**
 * Reads the answer of `GET /sobjects/X/describe`. `plainName` takes the package's namespace off a
 * name. Lists of picklist values are left out, longest first, where an object has too many.
 * Throws a TypeError when the answer is no describe.
 */
export function readDescribe(answer: unknown, plainName: (name: string) => string): ObjectDescribe {
  const { name, label, createable, updateable, fields } = recordOf(answer);
  if (typeof name !== 'string' || !Array.isArray(fields))
    throw new TypeError(
      'The answer is not the describe of an object; ask /services/data/vXX.X/sobjects/<object>/describe.',
    );
  const described: ObjectDescribe = {
    object: plainName(name),
    label: textOf(label, name),
    createable: createable === true,
    updateable: updateable === true,
    fields: fields
      .map(recordOf)
      .filter(isOfUse)
      .map((field) => readField(field, plainName)),
  };
  keepSmall(described);
  return described;
}

type Json = Readonly<Record<string, unknown>>;

function isOfUse(field: Json): boolean {
  if (typeof field.name !== 'string' || typeof field.type !== 'string') return false;
  return field.createable === true || field.updateable === true || isKey(field);
}

function isKey(field: Json): boolean {
  return field.externalId === true || field.idLookup === true;
}

function readField(field: Json, plainName: (name: string) => string): FieldDescribe {
  const name = textOf(field.name, '');
  const read: FieldDescribe = {
    name: plainName(name),
    label: textOf(field.label, name),
    type: textOf(field.type, ''),
    createable: field.createable === true,
    updateable: field.updateable === true,
    nillable: field.nillable === true,
  };
  for (const size of ['length', 'precision', 'scale', 'digits'] as const) {
    const value = field[size];
    if (typeof value === 'number' && value > 0) read[size] = value;
  }
  for (const fact of ['defaultedOnCreate', 'unique', 'externalId', 'idLookup'] as const) {
    if (field[fact] === true) read[fact] = true;
  }
  if (field.restrictedPicklist === true) read.restricted = true;
  const values = valuesOf(field.picklistValues);
  if (values.length > 0) read.values = values;
  const referenceTo = listOf(field.referenceTo).filter((object) => typeof object === 'string');
  if (referenceTo.length > 0) read.referenceTo = referenceTo.map(plainName);
  return read;
}

function valuesOf(list: unknown): { value: string; label: string }[] {
  return listOf(list)
    .map(recordOf)
    .filter((entry) => entry.active === true && typeof entry.value === 'string')
    .map((entry) => {
      const value = textOf(entry.value, '');
      return { value, label: textOf(entry.label, value) };
    });
}

function keepSmall(described: ObjectDescribe): void {
  let size = JSON.stringify(described).length;
  const lists = described.fields
    .map((field) => ({ field, size: JSON.stringify(field.values ?? []).length }))
    .sort((a, b) => b.size - a.size);
  for (const { field, size: saved } of lists) {
    if (size <= MOST_CHARACTERS) return;
    delete field.values;
    size -= saved;
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
