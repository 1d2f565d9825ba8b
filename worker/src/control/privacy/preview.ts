import { createHash } from 'node:crypto';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { PersonId } from '../../shared/ids.ts';
import { choose, findPeople, type FoundPerson, type Question } from './find-people.ts';
import { leftToDo } from './left-to-do.ts';
import type { Mode } from './person-mode.ts';
import type { PersonMode } from './person-changes.ts';
import { countPlaces, search, type Findings, type PlaceCount } from './search.ts';
import { loadSubject, type Subject } from './subject.ts';

/** Who is asked for, and how. */
export interface Request {
  question: Question;
  /** Of several people. */
  people?: PersonId[] | 'all' | undefined;
  mode: Mode;
  /** The job that asks; null: a command. */
  job: string | null;
}

export interface Preview {
  places: PlaceCount[];
  records: { object: string; id: string; madeBy: 'Cartbridge' | 'people'; what: PersonMode }[];
  leftToDo: string[];
  logKeys: string[];
  logKeysMore: number;
  /** Confirms an erasure of exactly this. */
  token: string;
}

export interface Answer {
  people: FoundPerson[];
  /** Null: nobody was chosen of several. */
  chosen: PersonId[] | null;
  preview: Preview | null;
}

/** Somebody who was found, with all that is about them. */
export interface Located {
  people: FoundPerson[];
  subject: Subject;
  findings: Findings;
}

/** What the worker itself tells Salesforce meanwhile, of what is previewed among its tables anyway. */
const PASSING: ReadonlySet<string> = new Set([
  ...['Sync_Job__c', 'Sync_Result__c', 'Sync_Issue__c', 'Match_Review__c'],
]);

/** A job’s result holds 32,768 characters. */
const MOST_LOG_KEYS = 200;

/** Finds people and says what is held of them where, and what an erasure would do. Changes nothing. */
export async function previewPerson(
  pool: Pool,
  client: SalesforceClient,
  request: Request,
): Promise<Answer> {
  const located = await locate(pool, client, request);
  if ('people' in located && !('subject' in located))
    return { people: located.people, chosen: null, preview: null };
  const { people, subject, findings } = located;
  const places = countPlaces(findings);
  if (subject.people.length === 0 && places.length === 0)
    return { people, chosen: [], preview: null };
  const preview = {
    ...{ places, records: recordsIn(findings), ...logKeysOf(subject) },
    leftToDo: await leftToDo(client, subject, findings),
    token: tokenOf(client.org.id, subject, findings, request.mode),
  };
  return { people, chosen: subject.people, preview };
}

/** Null subject where a choice is missing. */
export async function locate(
  pool: Pool,
  client: SalesforceClient,
  { question, people, mode, job }: Request,
): Promise<Located | { people: FoundPerson[] }> {
  const found = await findPeople(pool, client, question);
  const chosen = choose(found, people);
  if (chosen === null) return { people: found.people };
  const subject = await loadSubject(pool, client.org.id, chosen, found.address);
  const findings = await search(pool, client, subject, { mode, job });
  return { people: found.people, subject, findings };
}

export function logKeysOf({ records }: Subject): Pick<Preview, 'logKeys' | 'logKeysMore'> {
  const logKeys = records.slice(0, MOST_LOG_KEYS);
  return { logKeys, logKeysMore: records.length - logKeys.length };
}

/**
 * A digest of what was previewed: another person, another way, or a row more or less gives another.
 * What the preview itself leaves behind, and what comes and goes while nothing happens, is left out.
 */
export function tokenOf(
  org: string,
  subject: Subject,
  { tables, records }: Findings,
  mode: Mode,
): string {
  const stable = [
    ...tables
      .filter(({ place, keys }) => !place.passing && place.what !== 'kept' && keys.length > 0)
      .map(({ place, keys }) => [place.place, ...keys]),
    ...records.filter(({ object }) => !PASSING.has(object)).map(({ object, id }) => [object, id]),
  ];
  const said = JSON.stringify([org, mode, subject, stable]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 32);
}

function recordsIn({ records }: Findings): Preview['records'] {
  return records.flatMap(({ object, id, madeBy, mode }) =>
    madeBy && mode ? { object, id, madeBy, what: mode } : [],
  );
}
