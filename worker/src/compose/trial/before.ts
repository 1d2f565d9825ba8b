import type { ObjectDescribe } from '#mapping-engine';
import type { Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withoutNamespace, withNamespace } from '../../deliver/salesforce/namespace.ts';
import { list, queryAll } from '../../deliver/salesforce/query.ts';

/** A record as Salesforce has it, names without namespace; absent fields were not asked for. */
export type Present = Record<string, unknown> & { Id: string };

/** Records to look at, and the fields of interest. */
export interface Asked {
  row: Row;
  fields: Iterable<string>;
}

/** Of the keys in a query, escaped: with its fields it stays below the 16,384 that an address takes. */
const LONGEST_KEYS = 10_000;
/** Objects whose records people know by a name that is theirs. */
const NAMED = new Set([
  'Lead',
  'Contact',
  'Account',
  'Opportunity',
  'Order__c',
  'Commerce_Product__c',
]);

/**
 * What Salesforce holds of the records that rows are about, by row; nothing for those it does not
 * have. Five queries to an API call, one for some hundred records of an object. Fields that the worker's
 * user does not see are not asked for.
 */
export async function findPresent(
  client: SalesforceClient,
  asked: Asked[],
  describes: ReadonlyMap<string, ObjectDescribe>,
): Promise<Map<Row, Present>> {
  const queries = [...byTarget(asked).values()].flatMap((some) => {
    const describe = describes.get(some[0]?.row.object ?? '');
    return describe ? inPieces(some).map((piece) => ({ piece, describe })) : [];
  });
  const answers = await queryAll(
    client,
    queries.map(({ piece, describe }) => soqlOf(client.org.namespace, piece, describe)),
  );
  const present = new Map<Row, Present>();
  queries.forEach(({ piece }, index) => {
    const records = (answers[index] ?? []).map((record) => plain(client.org.namespace, record));
    for (const { row } of piece) {
      const record = records.find((one) => isOf(row, one));
      if (record) present.set(row, record);
    }
  });
  return present;
}

function byTarget(asked: Asked[]): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const one of asked) {
    const group = `${one.row.object} ${keyField(one.row)}`;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return groups;
}

function inPieces(asked: Asked[]): Asked[][] {
  const pieces: Asked[][] = [];
  let room = 0;
  for (const one of asked) {
    const length = encodeURIComponent(list([keyOf(one.row)])).length;
    if (length > room) {
      pieces.push([]);
      room = LONGEST_KEYS;
    }
    pieces.at(-1)?.push(one);
    room -= length;
  }
  return pieces;
}

function soqlOf(namespace: string, asked: Asked[], describe: ObjectDescribe): string {
  const [first] = asked;
  if (!first) throw new Error('A query needs a record.');
  const { object } = describe;
  const known = new Map(describe.fields.map(({ name }) => [name.toLowerCase(), name]));
  const wanted = new Set(
    asked.flatMap(({ fields }) =>
      [...fields].flatMap((field) => known.get(field.toLowerCase()) ?? []),
    ),
  );
  const key = keyField(first.row);
  if (key !== 'Id') wanted.add(key);
  if (NAMED.has(object)) wanted.add('Name');
  wanted.delete('Id');
  const named = (name: string): string => withNamespace(namespace, name, object);
  const keys = asked.map(({ row }) => keyOf(row));
  return (
    `SELECT ${['Id', ...wanted].map(named).join(', ')} FROM ${withNamespace(namespace, object)} ` +
    `WHERE ${named(key)} IN ${list(keys)}`
  );
}

function keyField({ target }: Row): string {
  return 'id' in target ? 'Id' : target.field;
}

function keyOf({ target }: Row): string {
  return 'id' in target ? target.id : target.value;
}

function isOf(row: Row, record: Present): boolean {
  return String(record[keyField(row)]) === keyOf(row);
}

function plain(namespace: string, record: Record<string, unknown>): Present {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [withoutNamespace(namespace, name), value]),
  ) as Present;
}
