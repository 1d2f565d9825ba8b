import { Failure } from '../../shared/failure.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import { callFailure } from './call-failure.ts';
import type { SalesforceClient } from './client.ts';
import { list, queryAll } from './query.ts';

/** Person accounts come to an org once in its life: until when one is taken to have none. */
const withoutPeople = new WeakMap<SalesforceClient, number>();
const WITHOUT_PEOPLE_MS = 24 * 3_600_000;

/**
 * Asks what speaks of `IsPersonAccount`, which only orgs with person accounts have; the others are
 * asked without it, at the price of one more call a day. Throws a Failure.
 */
export async function askOfPeople<Answer>(
  client: SalesforceClient,
  ask: (hasPeople: boolean) => Promise<Answer>,
): Promise<Answer> {
  const mayHave = (withoutPeople.get(client) ?? 0) <= Date.now();
  try {
    return await ask(mayHave);
  } catch (error) {
    const failure = callFailure(error);
    const { missing } = failure.details;
    const isTold = Array.isArray(missing) && missing.includes('IsPersonAccount');
    if (!mayHave || !isTold) throw failure;
    withoutPeople.set(client, Date.now() + WITHOUT_PEOPLE_MS);
    return ask(false);
  }
}

/** An id takes 26 bytes of a query's address, of which 16,384 are what Salesforce documents. */
const IDS_A_QUERY = 500;

/** Of these Contacts those that are the inside of a person account, and that account. */
export function personAccountsOf(
  client: SalesforceClient,
  contacts: SalesforceId[],
): Promise<Map<SalesforceId, SalesforceId>> {
  return askOfPeople(client, async (hasPeople) => {
    if (!hasPeople || contacts.length === 0) return new Map<SalesforceId, SalesforceId>();
    const parts = Array.from({ length: Math.ceil(contacts.length / IDS_A_QUERY) }, (_, index) =>
      contacts.slice(index * IDS_A_QUERY, (index + 1) * IDS_A_QUERY),
    );
    const answers = await queryAll(
      client,
      parts.map(
        (some) =>
          `SELECT Id, AccountId FROM Contact WHERE IsPersonAccount = true AND Id IN ${list(some)}`,
      ),
    );
    return new Map(
      answers.flat().map(({ Id, AccountId }) => [Id as SalesforceId, AccountId as SalesforceId]),
    );
  });
}

/** The Contact in each of these person accounts, which is what other records point at. */
export async function personContactsOf(
  client: SalesforceClient,
  accounts: SalesforceId[],
): Promise<Map<SalesforceId, SalesforceId>> {
  if (accounts.length === 0) return new Map();
  const [rows = []] = await queryAll(client, [
    `SELECT Id, PersonContactId FROM Account WHERE Id IN ${list(accounts)}`,
  ]);
  return new Map(
    rows.flatMap(({ Id, PersonContactId }) =>
      PersonContactId ? [[Id as SalesforceId, PersonContactId as SalesforceId]] : [],
    ),
  );
}

const personTypes = new WeakMap<SalesforceClient, { id: string; until: number }>();
const TYPE_MS = 3_600_000;

/**
 * The record type that makes an account a person: the platform's own among several. One API call an
 * hour. Throws a Failure where the org has none.
 */
export async function personTypeOf(client: SalesforceClient): Promise<string> {
  const known = personTypes.get(client);
  if (known && known.until > Date.now()) return known.id;
  const types = await askTypes(client);
  const own = types.find(({ DeveloperName }) => DeveloperName === 'PersonAccount') ?? types[0];
  if (!own) throw noPersonAccounts();
  const id = String(own.Id);
  personTypes.set(client, { id, until: Date.now() + TYPE_MS });
  return id;
}

async function askTypes(client: SalesforceClient): Promise<Record<string, unknown>[]> {
  try {
    const [types = []] = await queryAll(client, [
      `SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = 'Account' ` +
        'AND IsPersonType = true AND IsActive = true ORDER BY DeveloperName',
    ]);
    return types;
  } catch (error) {
    const failure = callFailure(error);
    if (failure.kind === 'salesforce_setup') throw noPersonAccounts();
    throw failure;
  }
}

function noPersonAccounts(): Failure {
  return new Failure('salesforce_setup', 'The org has no person accounts to make.', {
    nextStep: 'Let shoppers become Leads or Contacts, or turn person accounts on in Salesforce.',
  });
}
