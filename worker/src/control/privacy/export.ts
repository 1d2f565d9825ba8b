import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import { locate, type Request } from './preview.ts';
import { countPlaces, type PlaceCount } from './search.ts';
import { exportTable } from './search-tables.ts';

/** All that is held about somebody. */
export interface PersonExport {
  about: {
    what: string;
    /** When, ISO 8601 in UTC. */
    madeAt: string;
    org: string;
    /** What each part of the file is, by its name; the shape of the rows is that of the place. */
    parts: Record<string, string>;
  };
  /** How they are called by the books. */
  people: PersonId[];
  names: string[];
  addresses: string[];
  /** By place: rows of the worker’s tables, and records of Salesforce with every field it shows. */
  places: Record<string, unknown[]>;
  /** Rows and records of others that only name an address of theirs: their ids. */
  mentions: Record<string, string[]>;
}

export interface Exported {
  document: PersonExport;
  places: PlaceCount[];
}

/** Gathers everything held about somebody, the books and Salesforce. Throws where a choice is missing. */
export async function exportPerson(
  pool: Pool,
  client: SalesforceClient,
  request: Request,
): Promise<Exported> {
  const located = await locate(pool, client, request);
  if (!('subject' in located)) throw several(located.people.length);
  const { subject, findings } = located;
  const places = countPlaces(findings, () => true);
  const document: PersonExport = {
    about: {
      what: 'Everything that Cartbridge holds about a person: in its worker and in Salesforce.',
      madeAt: new Date().toISOString(),
      org: client.org.id,
      parts: {
        people: 'Ids of the person in the worker’s books.',
        names:
          'What shops call them: <shop>:customer:<id>, email:<address>, <shop>:email:<address>.',
        addresses: 'Email addresses that are theirs alone.',
        mentions: 'Ids of rows and records about others, in which one of the addresses stands.',
        ...Object.fromEntries(
          places.map(({ place, label, where, note }) => [
            `places.${place}`,
            `${label}, ${where === 'worker' ? 'in the worker’s database' : 'in Salesforce'}: a list of ` +
              `${where === 'worker' ? 'rows by column' : 'records by field'}. ${note}`,
          ]),
        ),
      },
    },
    ...{
      people: subject.people,
      names: subject.names,
      addresses: subject.addresses,
      places: {},
      mentions: {},
    },
  };
  const mention = (place: string, id: string): void => {
    (document.mentions[place] ??= []).push(id);
  };
  for (const { place, keys } of findings.tables) {
    if (keys.length === 0) continue;
    const rows = await exportTable(pool, client.org.id, subject, place);
    if (rows.size > 0) document.places[place.place] = [...rows.values()];
    for (const key of keys) if (!rows.has(key)) mention(place.place, key);
  }
  for (const { place, id, values, isOthers } of findings.records) {
    if (isOthers) mention(place.place, id);
    else (document.places[place.place] ??= []).push({ Id: id, ...said(values) });
  }
  return { document, places };
}

/** What is blank says nothing. */
function said(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** Several people were found and none of them chosen. */
export function several(count: number): Failure {
  return new Failure('mapping', `${count} people are known by that; none was chosen.`, {
    nextStep: 'Find them first and choose one of them, several, or all.',
  });
}
