import { rowName, type FieldValue, type Row } from '../../deliver/row.ts';
import { withoutNamespace } from '../../deliver/salesforce/namespace.ts';

/** Fields of a record as they were sent; a lookup by external id holds that id's value. */
export type SentFields = Record<string, FieldValue>;

/** What was sent, to be found by the row it came from. */
export interface SentRecords {
  /** Undefined for a row that needed no write. */
  of(row: Row): SentFields | undefined;
}

interface Call {
  compositeRequest?: { body?: { records?: Sent[] } }[];
}

type Sent = { attributes: { type: string }; id?: string } & Record<string, unknown>;

/** Reads the bodies of writing calls: names without namespace, relationships as lookup fields. */
export function sentRecords(calls: unknown[], namespace: string): SentRecords {
  const records = (calls as Call[]).flatMap(({ compositeRequest }) =>
    (compositeRequest ?? []).flatMap(({ body }) => body?.records ?? []),
  );
  const byObject = new Map<string, { id: string | undefined; fields: SentFields }[]>();
  for (const { attributes, id, ...fields } of records) {
    const object = withoutNamespace(namespace, attributes.type);
    const sent = { id, fields: plainFields(fields, namespace) };
    byObject.set(object, [...(byObject.get(object) ?? []), sent]);
  }
  const found = new Map<string, SentFields | undefined>();
  return {
    of(row) {
      const name = rowName(row);
      if (!found.has(name)) {
        const sent = byObject.get(row.object)?.find((one) => isOf(row, one));
        found.set(name, sent?.fields);
      }
      return found.get(name);
    },
  };
}

function isOf({ target }: Row, { id, fields }: { id: string | undefined; fields: SentFields }) {
  return 'id' in target
    ? id === target.id
    : id === undefined && fields[target.field] === target.value;
}

function plainFields(fields: Record<string, unknown>, namespace: string): SentFields {
  return Object.fromEntries(
    Object.entries(fields).map(([sent, value]) => {
      const name = withoutNamespace(namespace, sent);
      if (typeof value !== 'object' || value === null) return [name, value as FieldValue];
      const [key] = Object.values(value as Record<string, FieldValue>);
      return [lookupField(name), key ?? null];
    }),
  );
}

/** `Lead__r` → `Lead__c`, `Account` → `AccountId`. */
function lookupField(relationship: string): string {
  return relationship.endsWith('__r') ? relationship.replace(/__r$/, '__c') : `${relationship}Id`;
}
