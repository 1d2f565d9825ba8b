import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { queryAll } from '../../deliver/salesforce/query.ts';
import type { SalesforceId, ShopId } from '../../shared/ids.ts';
import type { Job } from './job.ts';

/** More wait for the next turn, which follows at once. */
export const JOBS_A_TURN = 50;

/**
 * What the worker is asked to do, oldest first: new jobs, paused ones that shall go on or end, and
 * those that a worker began and, as only one process speaks for an org, did not end.
 */
export async function findJobs(client: SalesforceClient): Promise<Job[]> {
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const fields = ['Type__c', 'Wish__c', 'Input__c'].map(named);
  const shopKey = `${named('Shop__r')}.${named('Shop_Key__c')}`;
  const [records = []] = await queryAll(client, [
    `SELECT Id, ${fields.join(', ')}, ${shopKey} FROM ${named('Sync_Job__c')} ` +
      `WHERE ${named('Status__c')} IN ('Requested', 'Running') OR ` +
      `(${named('Status__c')} = 'Paused' AND ${named('Wish__c')} IN ('Resume', 'Cancel')) ` +
      `ORDER BY CreatedDate, Id LIMIT ${JOBS_A_TURN}`,
  ]);
  return records.map((record) => {
    const shop = record[named('Shop__r')] as Record<string, string> | null;
    return {
      id: record.Id as SalesforceId,
      type: String(record[named('Type__c')]),
      wish: record[named('Wish__c')] as Job['wish'],
      input: parse(record[named('Input__c')]),
      shopId: (shop?.[named('Shop_Key__c')] ?? null) as ShopId | null,
    };
  });
}

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
