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

/** The field that says which version of the mapping gave a record its values. */
export const STAMP_FIELD = 'Mapping_Version__c';

/** The objects that have it. */
export const STAMPED: ReadonlySet<string> = new Set([
  ...['Order__c', 'Order_Item__c', 'Cart__c', 'Cart_Item__c', 'Commerce_Product__c'],
  ...['Shipment__c', 'Return__c', 'Contact', 'Lead'],
]);

/** In the place of a field: nothing of the object can be written. */
export const WHOLE = '*';

/** One record to be in Salesforce. Names are without the package's namespace. */
export interface Row {
  object: string;
  /** What it is remembered by, unique within its object: its external id, or `person:<id>`. */
  key: string;
  /** How Salesforce finds it: an external id is upserted, an id is updated. */
  target: { field: string; value: string } | { id: SalesforceId };
  fields: Record<string, FieldValue>;
  /**
   * Said once, when the record is created, in the place of what `fields` says of the same; afterwards
   * these belong to Salesforce's users.
   */
  createFields?: Record<string, FieldValue>;
  /** Those of the fields that are only said where Salesforce has nothing. */
  ifBlank?: string[];
  /** Lookup field → record. */
  references: Record<string, Reference>;
  /** As `createFields`. */
  createReferences?: Record<string, Reference>;
  /** A new Lead whose owner the org's assignment rules choose. */
  isAssigned?: boolean;
  /** Salesforce was asked and does not have it, whatever is remembered of it. */
  isNew?: boolean;
  /**
   * Number of the mapping version it was made with. It goes along with what is written and is never
   * itself a reason to write.
   */
  stamp?: number;
  /** What it was mapped from, to be kept with it. */
  source?: unknown;
  /** Of a line the source holds all the others too, and is not kept once for each of them. */
  isLineSource?: boolean;
  /** It may refer to any other row, and none to it. */
  isLast?: boolean;
  /** The order or cart this row is a line of. */
  parentKey?: RecordKey;
}

/** All that one record of the shop asks of Salesforce: done when every row is. */
export interface Unit {
  key: RecordKey;
  /** In the order of dependence: person, shop, order or cart, items. Units may share rows. */
  rows: Row[];
  /** Names of lines the shop still has although they are not written now. */
  kept?: string[];
  /** What was heard of it last. */
  event?: { scope: string; receivedAt: Date };
}

/** The name of a row among all rows of a batch. */
export function rowName(row: Pick<Row, 'object' | 'key'>): string {
  return `${row.object} ${row.key}`;
}

/** Every field a row may write but the key it is found by. */
export function fieldsOf(row: Row): string[] {
  const { fields, createFields, references, createReferences, stamp } = row;
  return [
    ...new Set([
      ...Object.keys({ ...fields, ...createFields, ...references, ...createReferences }),
      ...(stamp === undefined ? [] : [STAMP_FIELD]),
    ]),
  ];
}

/** The row with those of its fields and lookups that are to be kept. */
export function withFields(row: Row, keep: (field: string) => boolean): Row {
  const rest = <Value>(fields: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => keep(field)));
  const { createFields, createReferences } = row;
  return {
    ...row,
    fields: rest(row.fields),
    references: rest(row.references),
    ...(createFields && { createFields: rest(createFields) }),
    ...(createReferences && { createReferences: rest(createReferences) }),
  };
}
