import type { SalesforceId } from '../../shared/ids.ts';
import type { SalesforceClient } from './client.ts';
import {
  askPeople,
  type PersonQuestion,
  type PersonRecord,
  type PersonRecordObject,
} from './person-records.ts';
import { list } from './query.ts';

/** The record that a person is now. */
export interface Here extends Pick<
  PersonRecord,
  'id' | 'object' | 'contactId' | 'accountId' | 'email' | 'optedOut'
> {
  is: 'here';
  /** Why it is another than the one asked for, by the first step that led away from that. */
  left: 'Merged' | 'Converted' | null;
}

/**
 * What became of a record. `deleted` lies in the recycle bin; `gone` is what a query does not find:
 * taken out of the bin, or hidden from the worker's user.
 */
export type Fate = Here | { is: 'deleted' } | { is: 'gone' };

/** An id takes 26 bytes of a query's address, of which 16,384 are what Salesforce documents. */
const IDS_A_QUERY = 500;
/** Nobody merges that often; a circle must not hold us for ever. */
const LONGEST_CHAIN = 25;

const PREFIXES: Record<string, PersonRecordObject> = {
  '003': 'Contact',
  '00Q': 'Lead',
  '001': 'Account',
};

/**
 * What became of records of people: merges and conversions are followed to where they end. One API
 * call for up to 2,500 ids, and another for each further link of the longest chain.
 * @param told records whose present state is known already, by id; they are not asked for
 */
export async function fatesOf(
  client: SalesforceClient,
  ids: Iterable<SalesforceId>,
  told: ReadonlyMap<SalesforceId, PersonRecord> = new Map(),
): Promise<Map<SalesforceId, Fate>> {
  const wanted = new Set(ids);
  const known = new Map<SalesforceId, PersonRecord | null>(told);
  let next = [...wanted];
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const unknown = [...new Set(next)].filter((id) => !known.has(id));
    for (const [id, record] of await recordsOf(client, unknown)) known.set(id, record);
    next = [...wanted].flatMap((id) => openEnd(id, known) ?? []);
    if (next.length === 0) break;
  }
  return new Map([...wanted].map((id) => [id, fateOf(id, known)]));
}

async function recordsOf(
  client: SalesforceClient,
  ids: SalesforceId[],
): Promise<Map<SalesforceId, PersonRecord | null>> {
  const questions: PersonQuestion[] = [];
  for (const object of Object.values(PREFIXES)) {
    const mine = ids.filter((id) => PREFIXES[id.slice(0, 3)] === object);
    for (let from = 0; from < mine.length; from += IDS_A_QUERY)
      questions.push({ object, rest: `WHERE Id IN ${list(mine.slice(from, from + IDS_A_QUERY))}` });
  }
  const records = (await askPeople(client, questions)).flat();
  return new Map<SalesforceId, PersonRecord | null>([
    ...ids.map((id) => [id, null] as const),
    ...records.map((record) => [record.id, record] as const),
  ]);
}

type Known = ReadonlyMap<SalesforceId, PersonRecord | null>;

/** Where a record leads on to. A merged one lies in the bin, unless somebody took it out again. */
function leadsTo({ converted, masterId, isDeleted }: PersonRecord): SalesforceId | null {
  return converted?.contactId ?? (isDeleted ? masterId : null);
}

/** The records from `id` on, as far as they are known, and the one to be asked for next. */
function walk(id: SalesforceId, known: Known): { path: PersonRecord[]; open: SalesforceId | null } {
  const path: PersonRecord[] = [];
  const seen = new Set<SalesforceId>();
  for (let at: SalesforceId | null = id; at !== null && !seen.has(at);) {
    seen.add(at);
    const record = known.get(at);
    if (record === undefined) return { path, open: at };
    if (record === null) break;
    path.push(record);
    at = leadsTo(record);
  }
  return { path, open: null };
}

function openEnd(id: SalesforceId, known: Known): SalesforceId | null {
  return walk(id, known).open;
}

function fateOf(id: SalesforceId, known: Known): Fate {
  const { path, open } = walk(id, known);
  const [first] = path;
  const last = path.at(-1);
  if (!first || !last) return { is: 'gone' };
  const left = first === last ? null : first.converted ? 'Converted' : 'Merged';
  const target = leadsTo(last);
  if (target === null && !last.isDeleted) return here(last, left);
  if (target !== null && open === null && isHidden(target, known)) return hidden(last, target);
  return { is: 'deleted' };
}

/** What a person account is, is its Account; its Contact is what other records point at. */
function here(record: PersonRecord, left: Here['left']): Here {
  const { accountId, email, optedOut, isInside } = record;
  const isAccount = isInside && accountId;
  return {
    ...{ is: 'here', email, left },
    ...(isAccount
      ? { id: accountId, object: 'Account', contactId: record.id }
      : { id: record.id, object: record.object, contactId: record.contactId }),
    ...(accountId !== undefined && { accountId }),
    ...(optedOut !== undefined && { optedOut }),
  };
}

function isHidden(id: SalesforceId, known: Known): boolean {
  return known.get(id) === null;
}

/**
 * They were led to a record that the worker's user does not see: it is theirs all the same, and the
 * next write says what is missing.
 */
function hidden(last: PersonRecord, id: SalesforceId): Here {
  const object = PREFIXES[id.slice(0, 3)] ?? last.object;
  const { converted } = last;
  return {
    ...{ is: 'here', id, object, contactId: null, email: null },
    left: converted ? 'Converted' : 'Merged',
    ...(converted && { accountId: converted.accountId }),
  };
}
