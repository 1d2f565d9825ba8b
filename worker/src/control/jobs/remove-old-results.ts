import { removeRecords } from '../../deliver/remove-records.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { queryAll } from '../../deliver/salesforce/query.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import { EXPORT_KIND } from '../privacy/export-kind.ts';

const KEPT_DAYS = 30;
/** All that is held about somebody is not left lying. */
const EXPORT_KEPT_MS = 24 * 3_600_000;
/** More than that are left for the next day. */
const MOST = 2_000;

/**
 * Removes what jobs found out more than 30 days ago: samples, trials and explanations hold personal
 * data. Describes hold none, and the latest ones are worth keeping. Exports of a person go after a
 * day. Costs an API call.
 */
export async function removeOldResults(client: SalesforceClient): Promise<void> {
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const ofKind = `SELECT Id FROM ${named('Sync_Result__c')} WHERE ${named('Kind__c')}`;
  const yesterday = new Date(Date.now() - EXPORT_KEPT_MS).toISOString();
  const found = await queryAll(client, [
    `${ofKind} != 'Describe' AND CreatedDate < LAST_N_DAYS:${KEPT_DAYS} LIMIT ${MOST}`,
    `${ofKind} = '${EXPORT_KIND}' AND CreatedDate < ${yesterday} LIMIT ${MOST}`,
  ]);
  const ids = [...new Set(found.flat().map((record) => record.Id as SalesforceId))];
  await removeRecords(client, 'Sync_Result__c', ids);
}
