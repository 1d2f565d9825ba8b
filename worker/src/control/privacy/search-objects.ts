import { createHash } from 'node:crypto';
import type { Mapping } from '#mapping-engine';
import { personAccountField } from '../../deliver/person-account.ts';
import type { FieldValue } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';
import { describeAll, type DescribedField } from './described.ts';
import { OBJECT_PLACES, PERSON_PLACES } from './object-places.ts';
import { personMode, type Mode } from './person-mode.ts';
import { personChanges, type PersonMode } from './person-changes.ts';
import type { Place } from './place.ts';
import { conditions, findIds, readRecords, type ReadRecord } from './read-objects.ts';
import { mentionChanges, recordChanges } from './record-changes.ts';
import { isTheirs } from './is-theirs.ts';
import type { Subject } from './subject.ts';

/** A record in Salesforce that is about somebody. */
export interface FoundRecord extends ReadRecord {
  place: Omit<Place, 'where'>;
  /** What is still to be said on it; nothing where it is done. */
  changes: Record<string, FieldValue>;
  /** Fields that the worker's user may not change. */
  refused: string[];
  /** It is deleted, which the worker's user may. */
  removed: boolean;
  /** It is somebody else's, and only names their address. */
  isOthers?: true;
  /** Only of people. */
  mode?: PersonMode;
  madeBy?: 'Cartbridge' | 'people';
}

/** Looks through the objects of the package, and at the people themselves. */
export async function searchObjects(
  db: Queryable,
  client: SalesforceClient,
  subject: Subject,
  mode: Mode,
): Promise<FoundRecord[]> {
  const mapped = await mappedFields(db, client.org.id);
  const people = (['Lead', 'Contact', 'Account'] as const).filter((object) =>
    subject.salesforce.some((one) => one.object === object),
  );
  const objects = [...OBJECT_PLACES.map(({ place }) => place), ...people];
  const described = await describeAll(client, objects);
  const found: FoundRecord[] = [];
  for (const place of OBJECT_PLACES) {
    const fields = described.get(place.place) ?? [];
    const wheres = wheresOf(place.by, subject);
    if (wheres.length === 0) continue;
    const ids = await findIds(client, place.place, wheres);
    const accounts = new Set(accountsOf(subject));
    for (const record of await readRecords(client, place.place, fields, ids)) {
      const of = mapped.get(place.place) ?? new Set();
      const isOwn = isTheirs(record, subject);
      const { fields: changes, refused } = isOwn
        ? recordChanges(record, place, fields, of, accounts)
        : mentionChanges(record, subject, fields);
      const removed = place.removed === true;
      found.push({
        ...{ ...record, place, changes, refused, removed },
        ...(!isOwn && { isOthers: true }),
      });
    }
  }
  for (const object of people)
    found.push(
      ...(await findPersons(client, object, subject, mode, described.get(object) ?? [], mapped)),
    );
  return found;
}

async function findPersons(
  client: SalesforceClient,
  object: 'Lead' | 'Contact' | 'Account',
  subject: Subject,
  mode: Mode,
  fields: DescribedField[],
  mapped: Map<string, Set<string>>,
): Promise<FoundRecord[]> {
  const ids = subject.salesforce.flatMap((one) => (one.object === object ? one.id : []));
  const records = await readRecords(client, object, fields, ids);
  const modes = await personMode(client, records, mode);
  return records.flatMap((record): FoundRecord | [] => {
    // A converted lead is closed to everybody; what it became is among the others.
    if (record.values.IsConverted === true) return [];
    const how = modes.get(record.id) ?? { mode: 'unlink', madeBy: 'people' };
    const tag = tagOf(record.id);
    const of = object === 'Account' ? mappedOfPersons(mapped) : (mapped.get(object) ?? new Set());
    const { fields: changes, refused } = personChanges(record, how.mode, fields, of, tag);
    const note =
      how.mode === 'anonymise'
        ? 'Name, address, phone and all that Cartbridge writes say that somebody was erased.'
        : 'What the shop told goes; name and address are your people’s and stay.';
    const place = { place: object, ...PERSON_PLACES[object], note };
    return { ...record, place, changes, refused, removed: false, ...how };
  });
}

/** Person accounts alone: the Account of a company is no person. */
function accountsOf({ salesforce }: Subject): string[] {
  return salesforce.flatMap(({ object, id }) => (object === 'Account' ? id : []));
}

/** Stands in the place of an address or key: unique in the org, and the same at a second try. */
function tagOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16);
}

function wheresOf(by: (typeof OBJECT_PLACES)[number]['by'], subject: Subject): string[] {
  const { records = [], names = [], addresses = [], people = [] } = by;
  const ids = subject.salesforce.map(({ id }) => id);
  return [
    ...records.flatMap((field) => conditions(field, subject.records)),
    ...names.flatMap((field) => conditions(field, subject.names)),
    ...addresses.flatMap((field) => conditions(field, subject.addresses)),
    ...people.flatMap((field) => conditions(field, ids)),
    ...(people.length > 0 ? conditions('Account__c', accountsOf(subject)) : []),
  ];
}

/** A mapping speaks of Contacts; a person account has the same fields under names of its own. */
function mappedOfPersons(mapped: Map<string, Set<string>>): Set<string> {
  return new Set([...(mapped.get('Contact') ?? [])].flatMap((it) => personAccountField(it) ?? []));
}

/** The fields that any mapping of the org ever wrote, by object. */
async function mappedFields(db: Queryable, org: OrgId): Promise<Map<string, Set<string>>> {
  const { rows } = await db.query<{ definition: Mapping }>(
    'select definition from cartbridge.mapping_version where org_id = $1',
    [org],
  );
  const mapped = new Map<string, Set<string>>();
  for (const { object, rows: fields } of rows.flatMap(({ definition }) => definition.targets)) {
    const known = mapped.get(object) ?? new Set<string>();
    for (const { target } of fields) known.add(target);
    mapped.set(object, known);
  }
  return mapped;
}
