import type { SalesforceId } from '../../shared/ids.ts';
import type { SalesforceClient } from './client.ts';
import { withNamespace } from './namespace.ts';
import { askOfPeople } from './person-accounts.ts';
import { list, literal, queryAll } from './query.ts';

/** An Account as far as it was asked for: what was not stays null. */
export interface FoundAccount {
  id: SalesforceId;
  companyKey: string | null;
  website: string | null;
  name: string | null;
}

export interface AccountQuestion {
  /** Values of Company_Key__c. */
  keys: string[];
  /** Hosts that websites may hold; more is found than has exactly these. */
  hosts: string[];
  /** LIKE patterns of names. */
  names: string[];
}

/** A query travels in an address, and 16,384 bytes is what Salesforce documents for one. */
const LONGEST_CONDITION = 15_000;
/** Each looks through all accounts, for no index helps: so many that a large org answers in time. */
const MOST_PATTERNS = 50;

/**
 * Business accounts that may be the ones asked for. One API call for some 200 companies; none where
 * nothing is asked, and one more a day in an org without person accounts. Throws a Failure.
 */
export function findAccounts(
  client: SalesforceClient,
  question: AccountQuestion,
): Promise<FoundAccount[]> {
  return askOfPeople(client, (hasPeople) => ask(client, question, hasPeople));
}

async function ask(
  client: SalesforceClient,
  { keys, hosts, names }: AccountQuestion,
  hasPeople: boolean,
): Promise<FoundAccount[]> {
  const key = withNamespace(client.org.namespace, 'Company_Key__c', 'Account');
  // No contact can belong to the account of a person.
  const business = hasPeople ? 'IsPersonAccount = false AND ' : '';
  const queries = [
    ...inParts(keys, Infinity).map(
      (some) => `SELECT Id, ${key} FROM Account WHERE ${key} IN ${list(some)}`,
    ),
    ...inParts(
      hosts.map((host) => `%${host}%`),
      MOST_PATTERNS,
    ).map(
      (some) =>
        `SELECT Id, ${key}, Website FROM Account WHERE ${business}(${like('Website', some)})`,
    ),
    ...inParts(names, MOST_PATTERNS).map(
      (some) => `SELECT Id, ${key}, Name FROM Account WHERE ${business}(${like('Name', some)})`,
    ),
  ];
  if (queries.length === 0) return [];
  const found = new Map<string, FoundAccount>();
  for (const record of (await queryAll(client, queries)).flat()) {
    const id = String(record.Id) as SalesforceId;
    const known = found.get(id);
    found.set(id, {
      id,
      companyKey: textOf(record[key]),
      website: textOf(record.Website) ?? known?.website ?? null,
      name: textOf(record.Name) ?? known?.name ?? null,
    });
  }
  return [...found.values()];
}

function like(field: string, patterns: string[]): string {
  return patterns.map((pattern) => `${field} LIKE ${literal(pattern)}`).join(' OR ');
}

/** As many values to a query as its length, and the org's patience, allow. */
function inParts(values: string[], most: number): string[][] {
  const parts: string[][] = [];
  let room = 0;
  for (const value of new Set(values)) {
    const length = encodeURIComponent(` OR Website LIKE ${literal(value)}`).length;
    if (length > room || (parts.at(-1)?.length ?? 0) >= most) {
      parts.push([]);
      room = LONGEST_CONDITION;
    }
    parts.at(-1)?.push(value);
    room -= length;
  }
  return parts;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
