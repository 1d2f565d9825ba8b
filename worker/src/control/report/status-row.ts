import type { Row } from '../../deliver/row.ts';
import type { OrgSettings } from '../../shared/orgs.ts';
import type { Following } from '../people/follower.ts';
import type { ApiCalls } from './api-calls.ts';
import type { Counts } from './counts.ts';
import type { Hour } from './hours.ts';
import type { Problem } from './problems.ts';

/** The key of the only record of its kind. */
export const STATUS_KEY = 'worker';

export interface Status {
  now: Date;
  version: string;
  counts: Counts;
  day: Hour[];
  apiCalls: ApiCalls;
  problems: Problem[];
  /** What holds, and how changes of people in Salesforce are heard of. */
  settings: OrgSettings & { following: Following };
}

/** How the worker is doing, as its record in Salesforce says it. Zeros, never blanks. */
export function statusRow({ now, version, counts, day, apiCalls, ...rest }: Status): Row {
  const total = (field: 'received' | 'written'): number =>
    day.reduce((sum, hour) => sum + hour[field], 0);
  return {
    object: 'Worker_Status__c',
    key: STATUS_KEY,
    target: { field: 'External_Id__c', value: STATUS_KEY },
    fields: {
      Name: 'Worker',
      Heard_At__c: now.toISOString(),
      Worker_Version__c: version,
      Received_24h__c: total('received'),
      Written_24h__c: total('written'),
      Waiting__c: counts.waiting,
      Parked__c: counts.parked,
      Oldest_Waiting_At__c: counts.oldestWaitingAt?.toISOString() ?? null,
      Latency_P95_Ms__c: counts.p95Ms,
      Api_Calls_Used__c: apiCalls.used,
      Api_Calls_Max__c: apiCalls.max,
      Api_Calls_Own__c: apiCalls.own,
      Api_Calls_Forecast__c: apiCalls.forecast,
      Hours__c: JSON.stringify(day),
      Problems__c: JSON.stringify(rest.problems),
      Settings__c: JSON.stringify(rest.settings),
    },
    references: {},
  };
}
