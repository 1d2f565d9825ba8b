import { Connection } from 'jsforce';
import type { LocalOrg } from '../../../../stand-ins/salesforce/start.ts';
import { ADMIN } from '../../../deliver/use-org.ts';

type Fields = Record<string, unknown>;
type PersonObject = 'Lead' | 'Contact';

export interface LiveRecord {
  id: string;
  object: PersonObject;
}

/** What Salesforce's users do, many of them in one call. Any refusal throws. */
export interface Users {
  make(object: string, records: Fields[]): Promise<string[]>;
  change(object: PersonObject, records: (Fields & { Id: string })[]): Promise<void>;
  remove(object: PersonObject, ids: string[]): Promise<void>;
  /** Which of them could be: a key that is another record's by now keeps one in the bin. */
  restore(ids: string[]): Promise<boolean[]>;
  merge(object: PersonObject, pairs: { winner: string; loser: string }[]): Promise<void>;
  /** Answers the contacts' ids. */
  convert(wishes: { leadId: string; contactId?: string; accountId?: string }[]): Promise<string[]>;
  /** Which of these are there and open: neither deleted nor a converted Lead. */
  live(ids: string[]): Map<string, LiveRecord>;
}

const ROWS = 200;
/** Salesforce converts so many at once. */
const CONVERSIONS = 100;

interface Result {
  success: boolean;
  errors: unknown;
}

export function openUsers(org: LocalOrg): Users {
  const connection = new Connection({ instanceUrl: org.url, accessToken: ADMIN, version: '66.0' });
  // jsforce's types leave out what its schema does not make optional.
  const soap = connection.soap as unknown as {
    merge(requests: object[]): Promise<Result[]>;
    convertLead(wishes: object[]): Promise<(Result & { contactId: string })[]>;
    undelete(ids: string[]): Promise<Result[]>;
  };
  async function each<One, Answer extends Result>(
    some: One[],
    most: number,
    ask: (part: One[]) => Promise<Answer[]>,
  ): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (let from = 0; from < some.length; from += most)
      answers.push(...(await ask(some.slice(from, from + most))));
    for (const { success, errors } of answers)
      if (!success) throw new Error(`A user's act was refused: ${JSON.stringify(errors)}`);
    return answers;
  }
  return {
    async make(object, records) {
      const made = await each(records, ROWS, (part) => connection.sobject(object).create(part));
      return made.map(({ id }) => String(id));
    },
    async change(object, records) {
      await each(records, ROWS, (part) => connection.sobject(object).update(part));
    },
    async remove(object, ids) {
      await each(ids, ROWS, (part) => connection.sobject(object).destroy(part));
    },
    async restore(ids) {
      const answers: Result[] = [];
      for (let from = 0; from < ids.length; from += ROWS)
        answers.push(...(await soap.undelete(ids.slice(from, from + ROWS))));
      return answers.map(({ success }) => success);
    },
    async merge(type, pairs) {
      await each(pairs, ROWS, (part) =>
        soap.merge(
          part.map(({ winner, loser }) => ({
            ...{ masterRecord: { type, Id: winner }, recordToMergeIds: [loser] },
          })),
        ),
      );
    },
    async convert(wishes) {
      const rest = { convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true };
      const answers = await each(wishes, CONVERSIONS, (part) =>
        soap.convertLead(part.map((wish) => ({ ...rest, ...wish }))),
      );
      return answers.map(({ contactId }) => contactId);
    },
    live(ids) {
      const found = new Map<string, LiveRecord>();
      for (const object of ['Lead', 'Contact'] as const) {
        const prefix = object === 'Lead' ? '00Q' : '003';
        const mine = ids.filter((id) => id.startsWith(prefix));
        for (let from = 0; from < mine.length; from += 500) {
          const list = mine.slice(from, from + 500).map((id) => `'${id}'`);
          const open = object === 'Lead' ? ' AND IsConverted = false' : '';
          for (const { Id } of org.query(
            `SELECT Id FROM ${object} WHERE Id IN (${list.join(', ')})${open}`,
          ))
            found.set(String(Id), { id: String(Id), object });
        }
      }
      return found;
    },
  };
}
