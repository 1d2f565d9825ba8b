import { z } from 'zod';
import type { SalesforceId } from '../shared/ids.ts';
import type { Row } from './row.ts';
import { callFailure } from './salesforce/call-failure.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { list, queryAll } from './salesforce/query.ts';
import { toRecord } from './batches.ts';
import { withNamespace } from './salesforce/namespace.ts';

const matchShape = z.object({
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

/**
 * Which Lead or Contact a duplicate rule means. Collections leave that out, so the one row is tried
 * again by itself; should it pass now, it is the person. Null unless exactly one matching record has
 * the same email: a rule's likeness of names is a guess, and guessing is not ours.
 * Throws a Failure when Salesforce does not answer, or refuses the row for another reason.
 */
export async function findDuplicate(
  client: SalesforceClient,
  row: Row,
  email: string | null,
): Promise<{ object: 'Lead' | 'Contact'; id: SalesforceId } | null> {
  if ('id' in row.target) return null;
  const keyField = withNamespace(client.org.namespace, row.target.field, row.object);
  const record = toRecord(row, client.org.namespace);
  const fields = Object.fromEntries(
    Object.entries(record).filter(([name]) => name !== 'attributes' && name !== keyField),
  );
  const path = `/sobjects/${row.object}/${keyField}/${encodeURIComponent(row.target.value)}`;
  try {
    const created = await client.request<{ id: SalesforceId }>('PATCH', path, fields);
    return { object: row.object as 'Lead' | 'Contact', id: created.id };
  } catch (error) {
    const detail = detailShape.safeParse(detailOf(error));
    if (!detail.success && isDuplicate(error)) return null;
    if (!detail.success) throw callFailure(error);
    return email === null ? null : sameEmail(client, detail.data, email);
  }
}

function isDuplicate(error: unknown): boolean {
  return callFailure(error).details.code === 'DUPLICATES_DETECTED';
}

function detailOf(error: unknown): unknown {
  const cause = (error as { cause?: { data?: unknown } }).cause;
  return cause?.data;
}

async function sameEmail(
  client: SalesforceClient,
  detail: z.infer<typeof matchShape>,
  email: string,
): Promise<{ object: 'Lead' | 'Contact'; id: SalesforceId } | null> {
  const records = detail.matchResults.flatMap(({ matchRecords }) => matchRecords);
  const idsOf = (type: string): string[] =>
    records.flatMap(({ record }) => (record.attributes.type === type ? record.Id : []));
  const objects = (['Contact', 'Lead'] as const).filter((object) => idsOf(object).length > 0);
  const answers = await queryAll(
    client,
    objects.map((object) => `SELECT Id, Email FROM ${object} WHERE Id IN ${list(idsOf(object))}`),
  );
  const matches = answers.flatMap((rows, index) =>
    rows
      .filter((row) => String(row.Email).toLowerCase() === email)
      .map((row) => ({ object: objects[index] ?? 'Lead', id: String(row.Id) as SalesforceId })),
  );
  return matches.length === 1 ? (matches[0] ?? null) : null;
}
