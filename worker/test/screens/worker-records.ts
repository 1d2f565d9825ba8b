import type { LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { callCollections } from './setup-kit.ts';

type Fields = Record<string, unknown>;

/** Writes many records of one object at once. */
export async function createMany(org: LocalOrg, object: string, rows: Fields[]): Promise<void> {
  const records = rows.map((row) => ({ attributes: { type: object }, ...row }));
  await callCollections(org, 'POST', '', { records });
}

/** So long ago, as the worker writes it. */
export function ago(milliseconds: number): string {
  return new Date(Date.now() - milliseconds).toISOString();
}

const HOUR = 3_600_000;

/** The worker's record as it reports a day of some orders. */
export function status(more: Fields = {}): Fields {
  const present = Math.floor(Date.now() / HOUR) * HOUR;
  const hours = Array.from({ length: 24 }, (_, at) => ({
    hour: new Date(present - (23 - at) * HOUR).toISOString(),
    received: at,
    written: at,
    parked: at === 23 ? 2 : 0,
    apiCalls: 10 + at,
  }));
  return {
    ...{ Heard_At__c: ago(20_000), Worker_Version__c: '0.1.0', Received_24h__c: 276 },
    ...{ Written_24h__c: 276, Waiting__c: 3, Parked__c: 2, Oldest_Waiting_At__c: ago(90_000) },
    ...{ Latency_P95_Ms__c: 1234, Api_Calls_Used__c: 45_210, Api_Calls_Max__c: 100_000 },
    ...{ Api_Calls_Own__c: 1530, Api_Calls_Forecast__c: 51_000 },
    Hours__c: JSON.stringify(hours),
    Problems__c: '[]',
    ...more,
  };
}
