import { z } from 'zod';
import type { SalesforceId } from '../shared/ids.ts';
import { assignmentHeaders, toRecord } from './batches.ts';
import type { Row } from './row.ts';
import { callFailure } from './salesforce/call-failure.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { withNamespace } from './salesforce/namespace.ts';
import type { PersonRecordObject } from './salesforce/person-records.ts';
import { list, queryAll } from './salesforce/query.ts';

const matchShape = z.object({
  allowSave: z.boolean().optional(),
  matchResults: z.array(
    z.object({
      matchRecords: z.array(
        z.object({
          record: z.object({ Id: z.string(), attributes: z.object({ type: z.string() }) }),
        }),
      ),
    }),
  ),
});

/** Real orgs misspell the key; both are read. */
const detailShape = z.union([
  z.object({ duplicateResut: matchShape }).transform((detail) => detail.duplicateResut),
  z.object({ duplicateResult: matchShape }).transform((detail) => detail.duplicateResult),
]);

/** A Lead, Contact or person account that a duplicate rule names. */
export interface DuplicateMatch {
  object: PersonRecordObject;
  id: SalesforceId;
  /** Of a person account: the Contact in it. */
  contactId?: SalesforceId;
  /** It has the same address: more than a likeness of names. */
  hasEmail: boolean;
}

/**
 * What a duplicate rule comes to: the row went in now (`made`), or these are the records it means.
 * `isAlert`: the rule warns people and would let them save.
 */
export type DuplicateAnswer =
  | { made: { object: PersonRecordObject; id: SalesforceId } }
  | { matches: DuplicateMatch[]; isAlert: boolean }
  | { unknown: true };

/**
 * Which Leads and Contacts a duplicate rule means. Collections leave that out, so the one row is
 * tried again by itself. Records that the worker's user does not see, and leads that were converted,
 * are not among the matches. `unknown` when the rule says nothing readable.
 * Throws a Failure when Salesforce does not answer, or refuses the row for another reason.
 */
export async function askDuplicate(
  client: SalesforceClient,
  row: Row,
  email: string | null,
): Promise<DuplicateAnswer> {
  try {
    return { made: await putAlone(client, row) };
  } catch (error) {
    const detail = detailShape.safeParse(detailOf(error));
    if (!detail.success && isDuplicate(error)) return { unknown: true };
    if (!detail.success) throw callFailure(error);
    const matches = await findMatches(client, detail.data, email);
    return { matches, isAlert: detail.data.allowSave === true };
  }
}

/**
 * Puts a row in although a rule that only warns holds it for a duplicate. Never called for a rule
 * that blocks. Throws a Failure when it is refused all the same.
 */
export function saveInSpite(
  client: SalesforceClient,
  row: Row,
): Promise<{ object: PersonRecordObject; id: SalesforceId }> {
  return putAlone(client, row, { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' });
}

async function putAlone(
  client: SalesforceClient,
  row: Row,
  headers: Record<string, string> = {},
): Promise<{ object: PersonRecordObject; id: SalesforceId }> {
  if ('id' in row.target) throw new Error('Only a row that is found by its key can be put alone.');
  const keyField = withNamespace(client.org.namespace, row.target.field, row.object);
  const record = toRecord(row, client.org.namespace);
  const fields = Object.fromEntries(
    Object.entries(record).filter(([name]) => name !== 'attributes' && name !== keyField),
  );
  const path = `/sobjects/${row.object}/${keyField}/${encodeURIComponent(row.target.value)}`;
  const { id } = await client.request<{ id: SalesforceId }>('PATCH', path, fields, {
    ...assignmentHeaders([row]),
    ...headers,
  });
  return { object: row.object as PersonRecordObject, id };
}

function isDuplicate(error: unknown): boolean {
  return callFailure(error).details.code === 'DUPLICATES_DETECTED';
}

function detailOf(error: unknown): unknown {
  const cause = (error as { cause?: { data?: unknown } }).cause;
  return cause?.data;
}

const OBJECTS = ['Contact', 'Lead', 'Account'] as const;
/** What is asked of each, and which of them can be written to. */
const QUESTIONS: Record<PersonRecordObject, { fields: string; rest: string }> = {
  Contact: { fields: 'Email', rest: '' },
  Lead: { fields: 'Email', rest: ' AND IsConverted = false' },
  Account: { fields: 'PersonEmail, PersonContactId', rest: ' AND IsPersonAccount = true' },
};

async function findMatches(
  client: SalesforceClient,
  detail: z.infer<typeof matchShape>,
  email: string | null,
): Promise<DuplicateMatch[]> {
  const records = detail.matchResults.flatMap(({ matchRecords }) => matchRecords);
  const idsOf = (type: string): string[] =>
    records.flatMap(({ record }) => (record.attributes.type === type ? record.Id : []));
  const objects = OBJECTS.filter((object) => idsOf(object).length > 0);
  const answers = await queryAll(
    client,
    objects.map((object) => {
      const { fields, rest } = QUESTIONS[object];
      return `SELECT Id, ${fields} FROM ${object} WHERE Id IN ${list(idsOf(object))}${rest}`;
    }),
  );
  return answers.flatMap((rows, index) =>
    rows.map((row): DuplicateMatch => {
      const address = row.Email ?? row.PersonEmail;
      const hasEmail = email !== null && String(address).toLowerCase() === email;
      const contactId = row.PersonContactId as SalesforceId | null | undefined;
      return {
        ...{ object: objects[index] ?? 'Lead', id: String(row.Id) as SalesforceId, hasEmail },
        ...(contactId && { contactId }),
      };
    }),
  );
}
