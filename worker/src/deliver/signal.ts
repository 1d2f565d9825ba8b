import type { SalesforceId } from '../shared/ids.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import type { Subrequest } from './salesforce/composite.ts';
import { withNamespace } from './salesforce/namespace.ts';

/** News for screens that are open in Salesforce, so that they ask again without being reloaded. */
export interface Signal {
  kind: 'record' | 'status' | 'issue' | 'job';
  /** The records there is news of; none where the kind says enough. */
  ids: SalesforceId[];
}

/** What `Record_Ids__c` holds of ids of 18 characters with commas between them. */
const MOST_IDS = Math.floor(32_768 / 19);

/**
 * The signal as the last part of a Composite call that is made anyway: it costs no API call. Without
 * a record that a page could show there is nothing to tell. Whether it is taken does not matter to
 * what was written: screens also ask by themselves.
 */
export function signalRequests({ org }: SalesforceClient, signal?: Signal): Subrequest[] {
  if (!signal || (signal.kind === 'record' && signal.ids.length === 0)) return [];
  const named = (name: string): string => withNamespace(org.namespace, name);
  const body = {
    [named('Kind__c')]: signal.kind,
    [named('Record_Ids__c')]: [...new Set(signal.ids)].slice(0, MOST_IDS).join(','),
  };
  return [{ method: 'POST', path: `/sobjects/${named('Sync_Signal__e')}`, body }];
}
