import { removeRecords } from '../../deliver/remove-records.ts';
import type { Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { literal, queryAll } from '../../deliver/salesforce/query.ts';
import { writeAll } from '../../deliver/write-rows.ts';
import { Failure } from '../../shared/failure.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import type { Job } from './job.ts';

/** One thing a job found out: a `Sync_Result__c`. */
export interface ResultPart {
  /** What a screen asks for, such as `Trial` or `order`. */
  kind: string;
  title: string;
  status?: string;
  /** Ends up as JSON in `Data__c`. */
  data: unknown;
}

/** What `Data__c` holds, in characters. */
export const LONGEST_DATA = 131_072;
const LONGEST_TITLE = 255;
/** Of results in one call, in characters: far below what one request may carry. */
const MOST_IN_A_CALL = 2_000_000;

/**
 * Puts what a job found out into Salesforce. A job that is run again writes over what it said
 * before. Throws a Failure where Salesforce takes a part not, or a part is too large for its field.
 */
export async function writeResults(
  client: SalesforceClient,
  job: Pick<Job, 'id' | 'type'>,
  parts: ResultPart[],
): Promise<void> {
  const rows = parts.map((part, index) => resultRow(job, part, index + 1));
  for (const some of bySize(rows)) await writeAll(client, some);
}

/** Removes what older jobs of the same type and shop found out; the latest alone is worth having. */
export async function removeResults(
  client: SalesforceClient,
  { id, type, shopId }: Pick<Job, 'id' | 'type' | 'shopId'>,
): Promise<void> {
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const shopKey = `${named('Shop__r')}.${named('Shop_Key__c')}`;
  const job = named('Sync_Job__r');
  const [records = []] = await queryAll(client, [
    `SELECT Id FROM ${named('Sync_Result__c')} WHERE ${named('Sync_Job__c')} != ${literal(id)} ` +
      `AND ${job}.${named('Type__c')} = ${literal(type)} ` +
      `AND ${job}.${shopKey} = ${shopId === null ? 'null' : literal(shopId)}`,
  ]);
  await removeRecords(
    client,
    'Sync_Result__c',
    records.map((record) => record.Id as SalesforceId),
  );
}

function resultRow({ id, type }: Pick<Job, 'id' | 'type'>, part: ResultPart, sort: number): Row {
  const data = JSON.stringify(part.data);
  if (data.length > LONGEST_DATA) {
    throw new Failure(
      'mapping',
      `What "${type}" found for "${part.title}" is too large for a record of Salesforce: ` +
        `${data.length.toLocaleString('en')} of ${LONGEST_DATA.toLocaleString('en')} characters.`,
      { nextStep: 'Choose fewer or smaller records, then start it again.' },
    );
  }
  const key = `${id}:${sort}`;
  return {
    object: 'Sync_Result__c',
    key,
    target: { field: 'Result_Key__c', value: key },
    fields: {
      Sort__c: sort,
      Kind__c: part.kind,
      Title__c: part.title.slice(0, LONGEST_TITLE),
      Status__c: part.status ?? null,
      Data__c: data,
    },
    references: { Sync_Job__c: { name: `Sync_Job__c ${id}`, by: { id } } },
  };
}

function bySize(rows: Row[]): Row[][] {
  const calls: Row[][] = [];
  let size = Infinity;
  for (const row of rows) {
    const own = String(row.fields.Data__c).length;
    size += own;
    if (size <= MOST_IN_A_CALL) calls.at(-1)?.push(row);
    else {
      calls.push([row]);
      size = own;
    }
  }
  return calls;
}
