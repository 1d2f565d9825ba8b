/** What `Sync_Result__c.Kind__c` says of a part of an export; such results are removed after a day. */
export const EXPORT_KIND = 'Person Export';
