import { removeRecords } from '../../deliver/remove-records.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { queryAll } from '../../deliver/salesforce/query.ts';
import type { SalesforceId } from '../../shared/ids.ts';

const KEPT_DAYS = 30;
/** More than that are left for the next day. */
const MOST = 2_000;

/**
 * Removes what jobs found out more than 30 days ago: samples, trials and explanations hold personal
 * data. Describes hold none, and the latest ones are worth keeping. Costs an API call.
 */
export async function removeOldResults(client: SalesforceClient): Promise<void> {
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const [records = []] = await queryAll(client, [
    `SELECT Id FROM ${named('Sync_Result__c')} WHERE ${named('Kind__c')} != 'Describe' ` +
      `AND CreatedDate < LAST_N_DAYS:${KEPT_DAYS} LIMIT ${MOST}`,
  ]);
  const ids = records.map((record) => record.Id as SalesforceId);
  await removeRecords(client, 'Sync_Result__c', ids);
}
