import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { list, queryAll } from '../../deliver/salesforce/query.ts';
import { addressPattern } from './address-pattern.ts';
import { EXPORT_KIND } from './export-kind.ts';
import { TEXT_OBJECTS } from './object-places.ts';
import { chunks, type ReadRecord } from './read-objects.ts';
import type { FoundRecord } from './search-objects.ts';
import type { Subject } from './subject.ts';

/** No query can look into long texts: they are read, so many at once. Results hold 128 kB each. */
const READ_AT_ONCE = { Sync_Result__c: 40, Sync_Job__c: 200 };

/** Jobs whose input or result may be about somebody. */
const JOBS = [
  ...['Find Person', 'Export Person', 'Erase Person', 'Decide Match', 'Retry Issues', 'Dry Run'],
  ...['Send Sample Event', 'Explain Value', 'Load Samples', 'Rank Suggestions'],
];

const FIELDS = {
  Sync_Result__c: ['Title__c', 'Kind__c', 'Data__c', 'Sync_Job__c'],
  Sync_Job__c: ['Type__c', 'Input__c', 'Message__c', 'Result__c'],
};

/**
 * Looks through what jobs found out, and through the jobs themselves, as texts.
 * @param except the job that asks: it must be able to ask again
 */
export async function searchTexts(
  client: SalesforceClient,
  subject: Subject,
  except: string | null,
): Promise<FoundRecord[]> {
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const isAbout = about(subject);
  const [results = [], jobs = []] = await queryAll(client, [
    `SELECT Id, ${named('Kind__c')}, ${named('Sync_Job__c')} FROM ${named('Sync_Result__c')} ` +
      `WHERE ${named('Kind__c')} != 'Describe'`,
    `SELECT Id FROM ${named('Sync_Job__c')} WHERE ${named('Type__c')} IN ${list(JOBS)}`,
  ]);
  const idsOf = (records: Record<string, unknown>[]): string[] =>
    records.map(({ Id }) => String(Id)).filter((id) => id !== except);
  const found = await read(client, 'Sync_Result__c', idsOf(results), isAbout);
  const listed = results.map((record) => listedResult(record, named));
  return [
    ...[...found, ...otherParts(found, listed)].map(removed),
    ...(await read(client, 'Sync_Job__c', idsOf(jobs), isAbout)).map((job) =>
      emptied(job, isAbout),
    ),
  ];
}

function listedResult(
  record: Record<string, unknown>,
  named: (name: string) => string,
): ReadRecord {
  const values = Object.fromEntries(
    ['Kind__c', 'Sync_Job__c'].map((field) => [field, record[named(field)] ?? null]),
  );
  return { object: 'Sync_Result__c', id: String(record.Id), values };
}

/** An export is cut into parts wherever they are full: in some of them nothing may tell whose it is. */
function otherParts(found: ReadRecord[], listed: ReadRecord[]): ReadRecord[] {
  const exportOf = ({ values }: ReadRecord): unknown =>
    values.Kind__c === EXPORT_KIND ? values.Sync_Job__c : null;
  const exports = new Set<unknown>(found.map(exportOf).filter((job) => job !== null));
  const known = new Set(found.map(({ id }) => id));
  return listed.filter((part) => exports.has(exportOf(part)) && !known.has(part.id));
}

/** Receipts name records by the shop's numbers, and are to be kept. */
function emptied(record: ReadRecord, isAbout: (text: string) => boolean): FoundRecord {
  const { Input__c: input, Result__c: result, Message__c: message, Type__c: type } = record.values;
  const changes = {
    ...(input !== null && { Input__c: null }),
    ...(result !== null && type !== 'Erase Person' && { Result__c: null }),
    ...(typeof message === 'string' && isAbout(message) && { Message__c: 'Erased.' }),
  };
  const place = { place: 'Sync_Job__c', ...TEXT_OBJECTS.Sync_Job__c };
  return { ...record, place, changes, refused: [], removed: false };
}

function removed(record: ReadRecord): FoundRecord {
  const place = { place: 'Sync_Result__c', ...TEXT_OBJECTS.Sync_Result__c };
  return { ...record, place, changes: {}, refused: [], removed: true };
}

function about({
  addresses,
  names,
  records,
  people,
  salesforce,
}: Subject): (text: string) => boolean {
  const pattern = addressPattern(addresses);
  const address = pattern === null ? null : new RegExp(pattern, 'i');
  const words = [...names, ...records, ...people, ...salesforce.map(({ id }) => id)];
  // As a value of JSON, and of JSON within JSON.
  const quoted = words.flatMap((word) => {
    const once = JSON.stringify(word);
    return [once, JSON.stringify(once).slice(1, -1)];
  });
  return (text) => (address?.test(text) ?? false) || quoted.some((word) => text.includes(word));
}

async function read(
  client: SalesforceClient,
  object: keyof typeof FIELDS,
  ids: string[],
  isAbout: (text: string) => boolean,
): Promise<ReadRecord[]> {
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const found: ReadRecord[] = [];
  // Not all in one go: what is read is looked at and forgotten, but for what is about them.
  for (const some of chunks(ids, READ_AT_ONCE[object])) {
    const [records = []] = await queryAll(client, [
      `SELECT Id, ${FIELDS[object].map(named).join(', ')} FROM ${named(object)} ` +
        `WHERE Id IN ${list(some)}`,
    ]);
    for (const record of records) {
      const values = Object.fromEntries(
        FIELDS[object].map((field) => [field, record[named(field)] ?? null]),
      );
      if (Object.values(values).some((value) => typeof value === 'string' && isAbout(value)))
        found.push({ object, id: String(record.Id), values });
    }
  }
  return found;
}
