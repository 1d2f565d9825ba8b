import { list, queryAll } from '../../deliver/salesforce/query.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { Failure } from '../../shared/failure.ts';
import type { PersonId, SalesforceId, ShopId } from '../../shared/ids.ts';
import type { Person, PersonObject } from './person.ts';

/** A Lead or Contact that may be the person. */
export interface Candidate {
  object: PersonObject;
  id: SalesforceId;
  /** Lower case. */
  email: string | null;
  customerKey: string | null;
}

export type Found =
  { object: PersonObject; id: SalesforceId } | { nobody: true } | { failure: Failure };

/** A query travels in an address, and 16,384 bytes is what Salesforce documents for one. */
const LONGEST_CONDITION = 15_000;

/**
 * Looks for people in Salesforce who are not linked yet: by external id, then by email, Contacts
 * before Leads. One API call for some 200 guests, or half as many customers.
 * @param keysOf every name a person goes by
 */
export async function searchPeople(
  client: SalesforceClient,
  shop: ShopId,
  people: Person[],
  keysOf: (person: Person) => string[],
): Promise<Map<PersonId, Found>> {
  const queries: string[] = [];
  for (const some of inQueries(people, keysOf)) {
    const where = condition(
      client,
      some.flatMap(keysOf),
      some.flatMap(({ email }) => email ?? []),
    );
    const key = withNamespace(client.org.namespace, 'Customer_Key__c');
    queries.push(
      `SELECT Id, Email, ${key} FROM Contact WHERE ${where}`,
      `SELECT Id, Email, ${key} FROM Lead WHERE IsConverted = false AND (${where})`,
    );
  }
  const answers = await queryAll(client, queries);
  const candidates = answers.flatMap((records, index) =>
    records.map((record) => toCandidate(client, index % 2 === 0 ? 'Contact' : 'Lead', record)),
  );
  return new Map(
    people.map((person) => [person.id, choose(shop, person, keysOf(person), candidates)]),
  );
}

/** As many people to a query as its length allows. */
function inQueries(people: Person[], keysOf: (person: Person) => string[]): Person[][] {
  const queries: Person[][] = [];
  let room = 0;
  for (const person of people) {
    const names = [...keysOf(person), person.email ?? ''];
    const length = encodeURIComponent(list(names)).length;
    if (length > room) {
      queries.push([]);
      room = LONGEST_CONDITION;
    }
    queries.at(-1)?.push(person);
    room -= length;
  }
  return queries;
}

function condition(client: SalesforceClient, keys: string[], emails: string[]): string {
  const byKey = `${withNamespace(client.org.namespace, 'Customer_Key__c')} IN ${list(keys)}`;
  return emails.length > 0 ? `${byKey} OR Email IN ${list(emails)}` : byKey;
}

function toCandidate(
  client: SalesforceClient,
  object: PersonObject,
  record: Record<string, unknown>,
): Candidate {
  const text = (field: string): string | null => {
    const value = record[field];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    object,
    id: String(record.Id) as SalesforceId,
    email: text('Email')?.toLowerCase() ?? null,
    customerKey: text(withNamespace(client.org.namespace, 'Customer_Key__c')),
  };
}

/**
 * One person's match among the candidates. Never a guess: several candidates of the same rank, or
 * one that another customer of this shop already is, are for people to decide.
 */
export function choose(
  shop: ShopId,
  person: Pick<Person, 'email' | 'customerKey'>,
  keys: string[],
  candidates: Candidate[],
): Found {
  const own = candidates.filter(
    ({ customerKey }) => customerKey !== null && keys.includes(customerKey),
  );
  const sameEmail = candidates.filter(({ email }) => email !== null && email === person.email);
  for (const [rank, name] of [
    [own, 'Customer Key'],
    [sameEmail, 'email'],
  ] as const) {
    for (const object of ['Contact', 'Lead'] as const) {
      const matches = rank.filter((candidate) => candidate.object === object);
      const [match] = matches;
      if (!match) continue;
      if (matches.length > 1)
        return { failure: ambiguous(object, matches, `have this shopper’s ${name}`) };
      if (rank === sameEmail && isSomebodyElse(shop, match)) {
        return { failure: ambiguous(object, matches, 'is another customer with the same email') };
      }
      return { object, id: match.id };
    }
  }
  return { nobody: true };
}

/** Linked to another customer of this shop: the own keys were looked at before. */
function isSomebodyElse(shop: ShopId, { customerKey }: Candidate): boolean {
  return customerKey?.startsWith(`${shop}:customer:`) ?? false;
}

function ambiguous(object: PersonObject, matches: Candidate[], why: string): Failure {
  return new Failure('ambiguous_person', `${matches.length} ${object} record(s): ${why}.`, {
    nextStep: `Merge the records, or put this shopper’s Customer Key on the right ${object}; then replay.`,
    details: { object, candidates: matches.map(({ id }) => id) },
  });
}
