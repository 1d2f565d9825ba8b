import type { Subrequest } from './salesforce/composite.ts';
import { relationshipOf, withNamespace } from './salesforce/namespace.ts';
import { STAMP_FIELD, STAMPED, type FieldValue, type Reference, type Row } from './row.ts';

/** Most rows one Collections request takes. */
export const COLLECTION_ROWS = 200;

/** A Collections request and the rows it carries, in the order of its results. */
export interface Batch {
  rows: Row[];
  subrequest: Subrequest;
}

/** A row may refer to rows of the objects before its own, created by an earlier request. */
const DEPENDENCE = [
  'Shop__c',
  'Commerce_Product__c',
  'Account',
  'Lead',
  'Contact',
  'Order__c',
  'Cart__c',
  'Order_Item__c',
  'Cart_Item__c',
  'Shipment__c',
  'Return__c',
  'Sync_Issue__c',
  'Match_Review__c',
  'Worker_Status__c',
  'Mapping__c',
  'Mapping_Version__c',
];

/** Packs rows into as few Collections requests as possible, in order of dependence. */
export function packRows(rows: Row[], namespace: string): Batch[] {
  const rank = ({ object, isLast }: Row): number =>
    isLast ? DEPENDENCE.length : DEPENDENCE.indexOf(object);
  const groups = new Map<string, Row[]>();
  for (const row of rows.toSorted((a, b) => rank(a) - rank(b))) {
    const group = groupOf(row);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) =>
    chunk(group).map((some) => toBatch(some, namespace)),
  );
}

/** Upserts go by object and external id; updates by id may mix objects in one request. */
function groupOf(row: Row): string {
  const last = row.isLast ? ' last' : '';
  const assigned = row.isAssigned ? ' assigned' : '';
  return 'id' in row.target
    ? `update${last}`
    : `upsert ${row.object} ${row.target.field}${last}${assigned}`;
}

function chunk(rows: Row[]): Row[][] {
  // Same objects side by side: a request may change object at most ten times. Then those of one
  // account, which each write locks: two requests of one call need not wait for each other.
  const sorted = rows.toSorted(
    (a, b) => a.object.localeCompare(b.object) || accountOf(a).localeCompare(accountOf(b)),
  );
  return Array.from({ length: Math.ceil(sorted.length / COLLECTION_ROWS) }, (_, index) =>
    sorted.slice(index * COLLECTION_ROWS, (index + 1) * COLLECTION_ROWS),
  );
}

function accountOf({ object, references, createReferences }: Row): string {
  const { AccountId, Account__c } = { ...references, ...createReferences };
  return (object === 'Contact' ? AccountId : Account__c)?.name ?? '';
}

/** A request for rows of one object and key field, or for updates by id. */
export function toBatch(rows: Row[], namespace: string): Batch {
  const [first] = rows;
  if (!first) throw new Error('A batch needs a row.');
  const object = withNamespace(namespace, first.object);
  const path =
    'id' in first.target
      ? '/composite/sobjects'
      : `/composite/sobjects/${object}/${withNamespace(namespace, first.target.field, first.object)}`;
  const records = rows.map((row) => toRecord(row, namespace));
  const headers = assignmentHeaders(rows);
  const body = { allOrNone: false, records };
  return { rows, subrequest: { method: 'PATCH', path, body, ...(headers && { headers }) } };
}

/**
 * Salesforce runs assignment rules on every lead it is sent, changed ones too, unless told not to:
 * https://developer.salesforce.com/docs/platform/api-rest/guide/headers-autoassign.md
 */
export function assignmentHeaders(rows: Row[]): Record<string, string> | undefined {
  if (!rows.some(({ object }) => object === 'Lead')) return undefined;
  return { 'Sforce-Auto-Assign': rows.every(({ isAssigned }) => isAssigned) ? 'TRUE' : 'FALSE' };
}

/** A row as the REST API takes it. */
export function toRecord(row: Row, namespace: string): Record<string, unknown> {
  const named = (name: string): string => withNamespace(namespace, name, row.object);
  const fields: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries({ ...row.fields, ...row.createFields })) {
    fields[named(field)] = value;
  }
  const target =
    'id' in row.target ? { id: row.target.id } : { [named(row.target.field)]: row.target.value };
  const references = Object.entries({ ...row.references, ...row.createReferences }).map(
    ([field, reference]) => referenceEntry(namespace, row.object, field, reference),
  );
  const isStamped = row.stamp !== undefined && STAMPED.has(row.object);
  return {
    attributes: { type: withNamespace(namespace, row.object) },
    ...fields,
    ...Object.fromEntries(references),
    ...(isStamped && { [named(STAMP_FIELD)]: row.stamp }),
    ...target,
  };
}

function referenceEntry(
  namespace: string,
  object: string,
  field: string,
  reference: Reference,
): [string, unknown] {
  const { by } = reference;
  if ('id' in by) return [withNamespace(namespace, field, object), by.id];
  const relationship = withNamespace(namespace, relationshipOf(field), object);
  return [relationship, { [withNamespace(namespace, by.field, by.object)]: by.value }];
}
