import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { list, queryAll } from '../../deliver/salesforce/query.ts';
import type { Queryable } from '../../shared/database/pool.ts';
import type { Failure } from '../../shared/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../people/person.ts';
import { loadPeople } from '../people/person.ts';
import type { TrialPerson } from './trial-record.ts';

/** Somebody in Salesforce. */
export interface Named {
  object: string;
  id: string;
}

export interface NamedPerson extends Named {
  name: string;
  email: string | null;
  customerKey: string | null;
}

/** Names, addresses and keys of Leads, Contacts and Accounts, by id; one API call. */
export async function findNames(
  client: SalesforceClient,
  people: Named[],
): Promise<Map<string, NamedPerson>> {
  const key = withNamespace(client.org.namespace, 'Customer_Key__c');
  const objects = ['Lead', 'Contact', 'Account'].filter((object) =>
    people.some((one) => one.object === object),
  );
  const answers = await queryAll(
    client,
    objects.map((object) => {
      const ids = people.flatMap((one) => (one.object === object ? one.id : []));
      const more = object === 'Account' ? '' : `, Email, ${key}`;
      return `SELECT Id, Name${more} FROM ${object} WHERE Id IN ${list([...new Set(ids)])}`;
    }),
  );
  const found = answers.flatMap((records, index) =>
    records.map((record) => ({
      ...{ object: objects[index] ?? '', id: String(record.Id), name: String(record.Name) },
      email: textOf(record.Email)?.toLowerCase() ?? null,
      customerKey: textOf(record[key]),
    })),
  );
  return new Map(found.map((one) => [one.id, one]));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Those of the people whom the books linked before the trial. */
export async function linkedBefore(db: Queryable, ids: PersonId[]): Promise<Set<PersonId>> {
  const people = await loadPeople(db, ids);
  return new Set([...people.values()].flatMap(({ id, link }) => (link ? id : [])));
}

/** Which person it is, and why. */
export function trialPerson(
  person: Person,
  isLinked: boolean,
  createAs: string | null,
  names: ReadonlyMap<string, NamedPerson>,
): TrialPerson {
  const { link } = person;
  if (!link) {
    const nobody = 'No Lead or Contact matches this shopper';
    if (createAs === null)
      return { who: 'none', why: `${nobody}, and by your settings nobody is made of them.` };
    return { who: 'new', why: `${nobody}, so a ${createAs} is made.`, object: createAs };
  }
  const known = names.get(link.id);
  const { object, id } = link;
  const who = { object, id, ...(known && { name: known.name }) };
  if (isLinked) return { who: 'known', why: `Cartbridge knows this ${object} already.`, ...who };
  return { who: 'found', why: whyFound(person, object, known), ...who };
}

function whyFound(person: Person, object: string, known: NamedPerson | undefined): string {
  if (known?.customerKey !== null) return `This ${object} has the shopper’s Customer Key.`;
  return known.email !== null && known.email === person.email
    ? `This ${object} has the same email address.`
    : `This ${object} has the shopper’s phone or customer number.`;
}

/** People whom Salesforce has more than once, or as somebody else. */
export function severalPeople(
  failure: Failure,
  names: ReadonlyMap<string, NamedPerson>,
): TrialPerson {
  const why = [failure.message, failure.nextStep].filter(Boolean).join(' ');
  const candidates = candidatesIn(failure).map(({ object, id }) => {
    const known = names.get(id);
    const reasons = [known?.email, known?.customerKey].filter(Boolean).join(', ');
    return { object, id, name: known?.name ?? id, why: reasons };
  });
  return { who: 'several', why, candidates };
}

/** By the first three characters of an id. */
const OBJECTS: Record<string, string> = { '003': 'Contact', '001': 'Account', '00Q': 'Lead' };

export function candidatesIn({ kind, details }: Failure): Named[] {
  const { candidates } = details;
  if (kind !== 'ambiguous_person' || !Array.isArray(candidates)) return [];
  return candidates.map(String).map((id) => ({ object: OBJECTS[id.slice(0, 3)] ?? 'Lead', id }));
}
