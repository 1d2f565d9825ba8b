import type { RecordKey, SalesforceId } from '../shared/ids.ts';

export type FieldValue = string | number | boolean | null;

/**
 * Another record. `name` is what it stays the same by, for comparing; `by` is how Salesforce finds
 * it: its id, or an external id that the same call may just be creating.
 */
export interface Reference {
  name: string;
  by: { id: SalesforceId } | { object: string; field: string; value: string };
}

/** One record to be in Salesforce. Names are without the package's namespace. */
export interface Row {
  object: string;
  /** What it is remembered by, unique within its object: its external id, or `person:<id>`. */
  key: string;
  /** How Salesforce finds it: an external id is upserted, an id is updated. */
  target: { field: string; value: string } | { id: SalesforceId };
  fields: Record<string, FieldValue>;
  /** Said once, when the record is created; afterwards these belong to Salesforce's users. */
  createFields?: Record<string, FieldValue>;
  /** Lookup field → record. */
  references: Record<string, Reference>;
  /** The order or cart this row is a line of. */
  parentKey?: RecordKey;
}

/** All that one record of the shop asks of Salesforce: done when every row is. */
export interface Unit {
  key: RecordKey;
  /** In the order of dependence: person, shop, order or cart, items. Units may share rows. */
  rows: Row[];
}

/** The name of a row among all rows of a batch. */
export function rowName(row: Pick<Row, 'object' | 'key'>): string {
  return `${row.object} ${row.key}`;
}
