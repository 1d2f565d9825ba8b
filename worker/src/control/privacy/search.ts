import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Queryable } from '../../shared/database/pool.ts';
import type { Mode } from './person-mode.ts';
import { searchObjects, type FoundRecord } from './search-objects.ts';
import { searchTables, tablesWithAddress, type TableFinding } from './search-tables.ts';
import { searchTexts } from './search-texts.ts';
import type { Place } from './place.ts';
import type { Subject } from './subject.ts';

/** Everything about somebody, wherever it is. */
export interface Findings {
  tables: TableFinding[];
  records: FoundRecord[];
}

/** A place and how much is in it, as previews, receipts and exports name it. */
export interface PlaceCount extends Place {
  count: number;
}

/** How a search goes, beside whom it is about. */
export interface SearchOptions {
  mode: Mode;
  /** The job that asks. */
  job: string | null;
}

/** Looks everywhere. Costs an API call for each few objects, and some for what jobs left. */
export async function search(
  db: Queryable,
  client: SalesforceClient,
  subject: Subject,
  { mode, job }: SearchOptions,
): Promise<Findings> {
  return {
    tables: await searchTables(db, client.org.id, subject),
    records: [
      ...(await searchObjects(db, client, subject, mode)),
      ...(await searchTexts(client, subject, job)),
    ],
  };
}

/** Whether something is still to be done about a record. */
export function isPending({ changes, removed }: FoundRecord): boolean {
  return removed || Object.keys(changes).length > 0;
}

/** By place, empty ones left out. */
export function countPlaces(
  { tables, records }: Findings,
  counts: (record: FoundRecord) => boolean = isPending,
): PlaceCount[] {
  const places = tables.map(({ place, keys }) => ({
    ...{ place: place.place, label: place.label, where: 'worker' as const },
    ...{ what: place.what, note: place.note, count: keys.length },
  }));
  const byPlace = Map.groupBy(records.filter(counts), ({ place }) => place.place);
  const objects = [...byPlace.values()].flatMap((some): PlaceCount | [] => {
    const [first] = some;
    if (!first) return [];
    const { place, label, what, note } = first.place;
    return { place, label, where: 'salesforce', what, note, count: some.length };
  });
  return [...places, ...objects].filter(({ count }) => count > 0);
}

/** What is still there of what was to go: places by the rules, then the address in any text. */
export async function verify(
  db: Queryable,
  client: SalesforceClient,
  subject: Subject,
  options: SearchOptions,
): Promise<PlaceCount[]> {
  const left = countPlaces(await search(db, client, subject, options));
  const texts = await tablesWithAddress(db, client.org.id, subject);
  const known = new Set(left.map(({ place }) => place));
  return [
    ...left.filter(({ what }) => what !== 'kept'),
    ...texts
      .filter(({ table }) => !known.has(table))
      .map(({ table, count }) => ({
        ...{ place: table, label: `Texts of the table ${table}`, where: 'worker' as const },
        ...{ what: 'erased' as const, note: 'The address stands there.', count },
      })),
  ];
}
