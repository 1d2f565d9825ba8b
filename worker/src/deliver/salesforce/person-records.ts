import type { Failure } from '../../shared/failure.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import type { SalesforceClient } from './client.ts';
import { callFailure } from './call-failure.ts';
import { queryAll } from './query.ts';

/** The objects a shopper can be. */
export type PersonRecordObject = 'Lead' | 'Contact' | 'Account';

/** A record of a person as Salesforce has it, be it in the recycle bin. */
export interface PersonRecord {
  id: SalesforceId;
  object: PersonRecordObject;
  isDeleted: boolean;
  /** The record it was merged into. */
  masterId: SalesforceId | null;
  /** What a converted Lead became. */
  converted: { contactId: SalesforceId; accountId: SalesforceId | null } | null;
  /** Of a person account: the Contact that other records point at. */
  contactId: SalesforceId | null;
  /** Undefined where the worker's user may not see it. */
  accountId?: SalesforceId | null;
  /** Lower case. */
  email: string | null;
  /** Undefined where the worker's user may not see it. */
  optedOut?: boolean;
  /** SystemModstamp, as Salesforce writes it. */
  stamp: string;
  /** Of a Contact that is the inside of a person account, whose Account is what the person is. */
  isInside: boolean;
}

export interface PersonQuestion {
  object: PersonRecordObject;
  /** All that stands behind FROM and the object. */
  rest: string;
}

const NEEDED: Record<PersonRecordObject, string[]> = {
  Contact: ['Email'],
  Lead: ['Email', 'IsConverted', 'ConvertedContactId', 'ConvertedAccountId'],
  Account: ['PersonEmail', 'PersonContactId'],
};

/**
 * An installed package cannot give these to the worker's user: an admin does, or does not. Only orgs
 * with person accounts have the last one of contacts.
 */
const WELCOME: Record<PersonRecordObject, string[]> = {
  Contact: ['AccountId', 'HasOptedOutOfEmail', 'IsPersonAccount'],
  Lead: ['HasOptedOutOfEmail'],
  Account: ['PersonHasOptedOutOfEmail'],
};
const ALL_WELCOME: ReadonlySet<string> = new Set(Object.values(WELCOME).flat());

/** Until when an org is not asked for a welcome field that it refused. */
const withheld = new WeakMap<SalesforceClient, Map<string, number>>();
const WITHHELD_MS = 30 * 60_000;
/** Person accounts come to an org once in its life. */
const NO_PERSON_ACCOUNTS_MS = 24 * 3_600_000;

/**
 * Asks for people, those in the recycle bin among them; an answer for each question. Five questions
 * to an API call. Each welcome field that the org does not show costs a call more now and then.
 */
export async function askPeople(
  client: SalesforceClient,
  questions: PersonQuestion[],
): Promise<PersonRecord[][]> {
  if (questions.length === 0) return [];
  const refused = withheld.get(client) ?? new Map<string, number>();
  withheld.set(client, refused);
  for (;;) {
    // Another question may be refused the same field meanwhile: what counts is what this one asks.
    const welcome = new Set(
      [...ALL_WELCOME].filter((field) => (refused.get(field) ?? 0) <= Date.now()),
    );
    try {
      return await ask(client, questions, welcome);
    } catch (error) {
      const failure = callFailure(error);
      const missing = missingIn(failure).filter((field) => welcome.has(field));
      if (missing.length === 0) throw failure;
      for (const field of missing) {
        const isForLong = field === 'IsPersonAccount';
        refused.set(field, Date.now() + (isForLong ? NO_PERSON_ACCOUNTS_MS : WITHHELD_MS));
      }
    }
  }
}

function missingIn({ kind, details }: Failure): string[] {
  if (kind !== 'salesforce_setup' || !Array.isArray(details.missing)) return [];
  return (details.missing as string[]).filter((field) => ALL_WELCOME.has(field));
}

async function ask(
  client: SalesforceClient,
  questions: PersonQuestion[],
  welcome: ReadonlySet<string>,
): Promise<PersonRecord[][]> {
  const queries = questions.map(({ object, rest }) => {
    const fields = [
      ...NEEDED[object],
      ...WELCOME[object].filter((field) => welcome.has(field)),
    ].join(', ');
    return `SELECT Id, IsDeleted, MasterRecordId, SystemModstamp, ${fields} FROM ${object} ${rest}`;
  });
  const answers = await queryAll(client, queries, { deleted: true });
  return questions.map(({ object }, index) =>
    (answers[index] ?? []).map((record) => toPersonRecord(object, record)),
  );
}

function toPersonRecord(object: PersonRecordObject, record: Record<string, unknown>): PersonRecord {
  const id = (field: string): SalesforceId | null => (record[field] ?? null) as SalesforceId | null;
  const email = record.Email ?? record.PersonEmail;
  const optedOut = record.HasOptedOutOfEmail ?? record.PersonHasOptedOutOfEmail;
  const convertedTo = record.IsConverted === true ? id('ConvertedContactId') : null;
  const accountId = object === 'Account' ? id('Id') : id('AccountId');
  const isAccountTold = object === 'Account' || 'AccountId' in record;
  return {
    id: String(record.Id) as SalesforceId,
    object,
    isDeleted: record.IsDeleted === true,
    masterId: id('MasterRecordId'),
    converted: convertedTo && { contactId: convertedTo, accountId: id('ConvertedAccountId') },
    contactId: id('PersonContactId'),
    ...(isAccountTold && { accountId }),
    email: typeof email === 'string' && email !== '' ? email.toLowerCase() : null,
    ...(typeof optedOut === 'boolean' && { optedOut }),
    stamp: String(record.SystemModstamp),
    isInside: object === 'Contact' && record.IsPersonAccount === true,
  };
}
