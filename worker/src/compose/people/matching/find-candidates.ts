import type { SalesforceClient } from '../../../deliver/salesforce/client.ts';
import { withNamespace } from '../../../deliver/salesforce/namespace.ts';
import { personAccountsOf } from '../../../deliver/salesforce/person-accounts.ts';
import { list, queryAll } from '../../../deliver/salesforce/query.ts';
import type { SalesforceId } from '../../../shared/ids.ts';
import type { Candidate, MatchKey, Seeker } from './candidate.ts';
import type { Choosing } from './choose.ts';
import { spellingsOf, toInternational } from './phones.ts';
import { withWelcome } from './welcome-fields.ts';

/** A query travels in an address, and 16,384 bytes is what Salesforce documents for one. */
const LONGEST_CONDITION = 15_000;

const PHONES = ['Phone', 'MobilePhone'];

/** What is asked for one person: field → values. */
type Terms = Map<string, string[]>;

/**
 * Everybody in Salesforce who may be one of the seekers, by every key of the policy at once:
 * Contacts, and Leads that were not converted. One API call for some 200 guests by key and address,
 * or half as many customers; another one where Contacts of accounts are found and the org has person
 * accounts.
 */
export async function findCandidates(
  client: SalesforceClient,
  choosing: Choosing,
  seekers: Seeker[],
): Promise<Candidate[]> {
  const fields = fieldsOf(client, choosing);
  const terms = seekers.map((seeker) => termsOf(client, choosing, seeker));
  const conditions = inQueries(terms).map(condition);
  const answers = await withWelcome(client, (isWelcome) =>
    queryAll(
      client,
      conditions.flatMap((where) => [
        `SELECT ${fieldList(fields, isWelcome, WELCOME.Contact)} FROM Contact WHERE ${where}`,
        `SELECT ${fieldList(fields, isWelcome, WELCOME.Lead)} FROM Lead ` +
          `WHERE IsConverted = false AND (${where})`,
      ]),
    ),
  );
  const found = answers.flatMap((records, index) =>
    records.map((record) =>
      toCandidate(client, choosing, index % 2 === 0 ? 'Contact' : 'Lead', record),
    ),
  );
  // Two queries may meet the same record by two of its keys.
  return withPersonAccounts(client, [
    ...new Map(found.map((candidate) => [candidate.id, candidate])).values(),
  ]);
}

/** The Contact in a person account cannot be written: the account is who it stands for. */
async function withPersonAccounts(
  client: SalesforceClient,
  found: Candidate[],
): Promise<Candidate[]> {
  const suspects = found.flatMap(({ object, id, accountId }) =>
    object === 'Contact' && accountId !== null ? id : [],
  );
  if (suspects.length === 0) return found;
  const accounts = await personAccountsOf(client, suspects);
  return found.map((candidate) => {
    const account = accounts.get(candidate.id);
    if (!account) return candidate;
    return { ...candidate, object: 'Account', id: account, contactId: candidate.id };
  });
}

/** Worth having, and never worth failing for. */
const WELCOME = { Contact: ['AccountId', 'HasOptedOutOfEmail'], Lead: ['HasOptedOutOfEmail'] };

function fieldList(fields: string[], isWelcome: boolean, welcome: string[]): string {
  return ['Id', ...fields, ...(isWelcome ? welcome : [])].join(', ');
}

function keyField({ org }: SalesforceClient): string {
  return withNamespace(org.namespace, 'Customer_Key__c');
}

function asks({ matching }: Choosing, key: MatchKey): boolean {
  return matching.keys.includes(key);
}

/** The customer number field is the org’s own: its name is as the admin gave it. */
function fieldsOf(client: SalesforceClient, choosing: Choosing): string[] {
  const { customerNumberField } = choosing.matching;
  const number = asks(choosing, 'customerNumber') ? (customerNumberField ?? []) : [];
  return [
    ...new Set([
      ...['Email', keyField(client)],
      ...(asks(choosing, 'phone') ? PHONES : []),
      ...[number].flat(),
    ]),
  ];
}

function termsOf(client: SalesforceClient, choosing: Choosing, seeker: Seeker): Terms {
  const terms: Terms = new Map();
  if (asks(choosing, 'externalId')) terms.set(keyField(client), seeker.keys);
  if (seeker.isMadeAnew) return terms;
  if (asks(choosing, 'email') && seeker.email !== null) terms.set('Email', [seeker.email]);
  const { customerNumberField } = choosing.matching;
  if (asks(choosing, 'customerNumber') && customerNumberField !== null)
    terms.set(customerNumberField, seeker.customerNumbers);
  const number = seeker.phone === null ? null : toInternational(seeker.phone, choosing.country);
  if (asks(choosing, 'phone') && seeker.phone !== null && number !== null)
    for (const field of PHONES) terms.set(field, spellingsOf(seeker.phone, number));
  return terms;
}

/** As many people to a query as its length allows; nobody where nothing names them. */
function inQueries(all: Terms[]): Terms[][] {
  const queries: Terms[][] = [];
  let room = 0;
  for (const terms of all) {
    const values = [...terms.values()].flat();
    if (values.length === 0) continue;
    const length = encodeURIComponent(list(values)).length;
    if (length > room) {
      queries.push([]);
      room = LONGEST_CONDITION;
    }
    queries.at(-1)?.push(terms);
    room -= length;
  }
  return queries;
}

function condition(some: Terms[]): string {
  const fields = [...new Set(some.flatMap((terms) => [...terms.keys()]))];
  return fields
    .map((field) => ({ field, values: some.flatMap((terms) => terms.get(field) ?? []) }))
    .filter(({ values }) => values.length > 0)
    .map(({ field, values }) => `${field} IN ${list([...new Set(values)])}`)
    .join(' OR ');
}

function toCandidate(
  client: SalesforceClient,
  { matching }: Choosing,
  object: Candidate['object'],
  record: Record<string, unknown>,
): Candidate {
  const text = (field: string): string | null => textOf(record[field]);
  const { customerNumberField } = matching;
  return {
    object,
    id: String(record.Id) as SalesforceId,
    email: text('Email')?.toLowerCase() ?? null,
    customerKey: text(keyField(client)),
    phones: PHONES.flatMap((field) => text(field) ?? []),
    customerNumber: customerNumberField === null ? null : text(customerNumberField),
    ...('AccountId' in record && { accountId: text('AccountId') as SalesforceId | null }),
    ...('HasOptedOutOfEmail' in record && { optedOut: record.HasOptedOutOfEmail === true }),
  };
}

/** A customer number may be kept as a number. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}
