import type { PausedField } from '../../deliver/paused-fields.ts';
import { WHOLE, type Row } from '../../deliver/row.ts';
import type { RecordKey } from '../../shared/ids.ts';
import { issueRow } from './issue-rows.ts';

/** What issues about fields begin with, in the place of a shop. */
const MAPPING = 'mapping:';

export const PAUSED_CAUSE = 'mapping_paused';

/** The key of the issue about a field that rows are written without. */
export function pausedKey({ object, field }: Pick<PausedField, 'object' | 'field'>): RecordKey {
  return `${MAPPING}${object}.${field}` as RecordKey;
}

/** A field that went away, as a person in Salesforce shall see it. */
export function pausedIssue(paused: PausedField): Row {
  const { object, field, code, message, since } = paused;
  return issueRow(pausedKey(paused), 'Open', {
    Name: `${object}.${field}`.slice(0, 80),
    Cause__c: PAUSED_CAUSE,
    Record_Kind__c: 'mapping',
    What_Happened__c: `${message} Records are written without it, and nothing else waits.`,
    Next_Step__c: `Restore the ${field === WHOLE ? 'object' : 'field'} or grant it to the worker’s user, or publish a mapping without it; then choose Retry.`,
    Who_Can_Fix__c: 'Salesforce Admin',
    Code__c: code,
    Fields__c: `${object}.${field}`,
    Events__c: 0,
    First_Seen_At__c: since.toISOString(),
    Parked_At__c: since.toISOString(),
    Reason__c: null,
  });
}
