import type { Row } from '../../deliver/row.ts';
import type { RecordKey } from '../../shared/ids.ts';
import { truncate } from '../../shared/truncate.ts';
import { redact } from '../../shared/redact.ts';
import { idOf } from '../../shared/ids.ts';
import type { IssueStatus, ParkedRecord } from './find-issues.ts';
import { whoCanFix } from './who-can-fix.ts';

/** The longest text each field takes, in characters. */
const LONGEST = { text: 255, sentence: 2_000, payload: 32_768, code: 80, name: 80 };

/**
 * A record that was put aside, as a person in Salesforce shall see it.
 * @param namespace of the package in the org; the refusal names fields with it
 */
export function openIssue(parked: ParkedRecord, namespace: string): Row {
  const { kind, message, nextStep, details } = parked.reason;
  return issueRow(parked.recordKey, 'Open', {
    Name: truncate(nameOf(parked.recordKey), LONGEST.name),
    Cause__c: kind,
    Record_Kind__c: parked.recordKey.split(':')[1] ?? '',
    What_Happened__c: truncate(message, LONGEST.sentence),
    Next_Step__c: truncate(nextStep ?? '', LONGEST.sentence),
    Who_Can_Fix__c: whoCanFix(kind),
    Code__c: (details?.code ?? '').slice(0, LONGEST.code),
    Fields__c: fullNames(details, namespace).slice(0, LONGEST.text),
    Match_Review_Key__c: details?.review ?? null,
    Payload__c: truncate(masked(parked.body), LONGEST.payload),
    Events__c: parked.events,
    First_Seen_At__c: parked.firstSeenAt.toISOString(),
    Parked_At__c: parked.parkedAt.toISOString(),
    // Of a decision that was overtaken: the record failed again.
    Reason__c: null,
  });
}

/** `Order__c.Total__c, Order__c.Email__c`: the object tells whose value a correction replaces. */
function fullNames(details: ParkedRecord['reason']['details'], namespace: string): string {
  const prefix = `${namespace}__`;
  const { object, fields = [] } = details ?? {};
  return fields
    .map((field) => (namespace && field.startsWith(prefix) ? field.slice(prefix.length) : field))
    .map((field) => (object && !field.includes('.') ? `${object}.${field}` : field))
    .join(', ');
}

/** An issue of which only the status is news. */
export function movedIssue(key: RecordKey, status: IssueStatus, reason?: string): Row {
  return issueRow(key, status, reason === undefined ? {} : { Reason__c: reason });
}

/** An issue of a record of a shop; of no shop, where the shop's place in the key is not one's. */
export function issueRow(key: RecordKey, status: IssueStatus, fields: Row['fields']): Row {
  const shop = key.split(':')[0] ?? '';
  return {
    object: 'Sync_Issue__c',
    key,
    target: { field: 'External_Id__c', value: key },
    fields: { Status__c: status, ...fields },
    references: key.startsWith('mapping:')
      ? {}
      : {
          Shop__c: {
            name: `Shop__c ${shop}`,
            by: { object: 'Shop__c', field: 'Shop_Key__c', value: shop },
          },
        },
  };
}

/** `Order 1023`: what the shop's people call the record. */
function nameOf(key: RecordKey): string {
  const kind = key.split(':')[1] ?? '';
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)} ${idOf(key)}`;
}

/** The payload as it came, without what is personal. What is no JSON is not shown at all. */
function masked(body: string): string {
  try {
    return JSON.stringify(redact(JSON.parse(body)), null, 2);
  } catch {
    return '';
  }
}
