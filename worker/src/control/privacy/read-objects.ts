import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { list, queryAll } from '../../deliver/salesforce/query.ts';
import type { DescribedField } from './described.ts';

/** A record with all that the worker's user can read of it; fields without the package's namespace. */
export interface ReadRecord {
  object: string;
  id: string;
  values: Record<string, unknown>;
}

/** A query travels in an address, of which 16,384 bytes are what Salesforce documents. */
const KEYS_A_QUERY = 80;
const IDS_A_QUERY = 200;
const FIELDS_A_QUERY = 120;

/** Conditions that find records by one of several values. */
export function conditions(field: string, values: string[]): string[] {
  return chunks(values, KEYS_A_QUERY).map((some) => `${field} IN ${list(some)}`);
}

/** The ids of an object's records that any of the conditions finds. */
export async function findIds(
  client: SalesforceClient,
  object: string,
  wheres: string[],
): Promise<string[]> {
  const { namespace } = client.org;
  const named = (text: string): string =>
    text.replace(/\b\w+__[cr]\b/g, (name) => withNamespace(namespace, name));
  const answers = await queryAll(
    client,
    wheres.map((where) => {
      const [field = '', ...values] = where.split(' IN ');
      return `SELECT Id FROM ${named(object)} WHERE ${named(field)} IN ${values.join(' IN ')}`;
    }),
  );
  return [...new Set(answers.flat().map(({ Id }) => String(Id)))].sort();
}

/** These records in full, in the order of their ids. */
export async function readRecords(
  client: SalesforceClient,
  object: string,
  fields: DescribedField[],
  ids: string[],
): Promise<ReadRecord[]> {
  if (ids.length === 0) return [];
  const { namespace } = client.org;
  const named = (name: string): string => withNamespace(namespace, name, object);
  const names = fields.map(({ name }) => name).filter((name) => name !== 'Id');
  const records = new Map<string, ReadRecord>();
  const queries = chunks(ids, IDS_A_QUERY).flatMap((some) =>
    chunks(names, FIELDS_A_QUERY).map(
      (part) =>
        `SELECT Id, ${part.map(named).join(', ')} FROM ${withNamespace(namespace, object)} ` +
        `WHERE Id IN ${list(some)} ORDER BY Id`,
    ),
  );
  for (const row of (await queryAll(client, queries)).flat()) {
    const id = String(row.Id);
    const record = records.get(id) ?? { object, id, values: {} };
    for (const name of names) {
      const value = row[named(name)];
      if (value !== undefined) record.values[name] = value;
    }
    records.set(id, record);
  }
  return [...records.values()];
}

export function chunks<Item>(items: Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
  return parts;
}
