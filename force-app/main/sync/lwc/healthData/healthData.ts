import { plain } from 'c/names';
import { query } from 'c/query';
import type { Health } from './health';
import { jobsIn, shopsIn, statusIn } from './parts';

export type { AskedJob, Health, Hour, Problem, Shop, Status } from './health';

/** Everything the health screen shows, in one round trip. */
export const HEALTH = query(`
  query health {
    uiapi {
      objectInfos(apiNames: ["Sync_Job__c"]) { createable }
      query {
        Worker_Status__c(first: 1, where: { External_Id__c: { eq: "worker" } }) @optional {
          edges { node {
            Id
            Heard_At__c { value }
            Worker_Version__c { value }
            Received_24h__c { value }
            Written_24h__c { value }
            Waiting__c { value }
            Parked__c { value }
            Oldest_Waiting_At__c { value }
            Latency_P95_Ms__c { value }
            Api_Calls_Used__c { value }
            Api_Calls_Max__c { value }
            Api_Calls_Own__c { value }
            Api_Calls_Forecast__c { value }
            Hours__c { value }
            Problems__c { value }
          } }
        }
        Shop__c(first: 200, orderBy: { Name: { order: ASC } }) @optional {
          edges { node {
            Id
            Name { value }
            Status__c { value }
            Last_Success_At__c { value }
            Hooks_Alive__c { value }
            Hooks_Wanted__c { value }
            Hooks_Checked_At__c { value }
          } }
        }
        Sync_Job__c(
          first: 20
          where: { Type__c: { in: ["Repair Webhooks", "Send Sample Event"] } }
          orderBy: { CreatedDate: { order: DESC } }
        ) @optional {
          edges { node {
            Id
            Type__c { value }
            Status__c { value }
            Message__c { value }
            Shop__c { value }
            CreatedDate { value }
            Finished_At__c { value }
          } }
        }
      }
    }
  }
`);

interface Answer {
  uiapi?: {
    objectInfos?: ({ createable?: boolean } | null)[] | null;
    query?: Record<string, unknown>;
  };
}

/** What the org answered, with the names as the source has them. */
export function healthOf(data: unknown): Health {
  const { objectInfos, query: found = {} } = plain(data as Answer).uiapi ?? {};
  return {
    mayRead: 'Worker_Status__c' in found,
    mayAsk: objectInfos?.[0]?.createable === true,
    status: statusIn(found.Worker_Status__c),
    shops: shopsIn(found.Shop__c),
    jobs: jobsIn(found.Sync_Job__c),
  };
}
