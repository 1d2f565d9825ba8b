import { graphql } from 'lightning/graphql';
import { connection, minutesAgo, settle } from '../../../../shared/lwc/query/__tests__/kit';

type Record_ = Record<string, unknown>;

type Filter = (config: { variables?: unknown }) => boolean;

interface Adapter {
  emit(value: unknown, filter?: Filter, refresh?: () => unknown): void;
}

const adapter = graphql as unknown as Adapter;

/** A day in which only the last hour saw something. */
export function hours(received = 5): Record_[] {
  const present = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  return Array.from({ length: 24 }, (_, at) => {
    const isLast = at === 23;
    const hour = new Date(present - (23 - at) * 3_600_000).toISOString();
    return { hour, received: isLast ? received : 0, written: 0, parked: 0, apiCalls: 1 };
  });
}

export const STATUS = {
  ...{ Id: 'a01', Heard_At__c: minutesAgo(1), Worker_Version__c: '0.1.0' },
  ...{ Received_24h__c: 1234, Written_24h__c: 1200, Waiting__c: 3, Parked__c: 2 },
  ...{ Oldest_Waiting_At__c: minutesAgo(2), Latency_P95_Ms__c: 1200 },
  ...{ Api_Calls_Used__c: 45_000, Api_Calls_Max__c: 100_000, Api_Calls_Own__c: 900 },
  ...{ Api_Calls_Forecast__c: 50_000, Problems__c: '[]' },
  Hours__c: JSON.stringify(hours()),
};

export const SHOP = {
  ...{ Id: 'a02', Name: 'Sample Shop', Status__c: 'Connected', Last_Success_At__c: minutesAgo(3) },
  ...{ Hooks_Alive__c: 2, Hooks_Wanted__c: 3, Hooks_Checked_At__c: minutesAgo(4) },
};

export interface Answered {
  status?: Record_ | undefined;
  shops?: Record_[];
  jobs?: Record_[];
  mayAsk?: boolean;
}

/** What the org answers to the health screen's query. */
export function healthAnswer({ status, shops = [], jobs = [], mayAsk = true }: Answered): Record_ {
  return {
    uiapi: {
      objectInfos: [{ createable: mayAsk }],
      query: {
        Worker_Status__c: connection(status ? [status] : []),
        Shop__c: connection(shops),
        Sync_Job__c: connection(jobs),
      },
    },
  };
}

/** Lets the query of the page answer this. */
export function emit(data: unknown, refresh?: () => unknown): Promise<void> {
  adapter.emit(data, ({ variables }) => variables === undefined, refresh);
  return settle();
}

/** Lets the query about one record answer this. */
export function emitOne(data: unknown): Promise<void> {
  adapter.emit(data, ({ variables }) => variables !== undefined);
  return settle();
}
