import { readJobs, type Job } from 'c/jobList';
import { plain } from 'c/names';
import { idOf, nodesOf, query, textOf } from 'c/query';

/** The last count and the last run for a shop, with what the count found. */
export const WORK = query(`
  query mappingWork($shop: ID) {
    uiapi {
      query {
        Sync_Job__c(
          first: 10
          where: {
            and: [
              { Type__c: { in: ["Count Touched", "Reapply Mapping"] } }
              { Shop__c: { eq: $shop } }
            ]
          }
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Name { value }
              Type__c { value }
              Status__c { value }
              Wish__c { value }
              Message__c { value }
              Total__c { value }
              Completed__c { value }
              Failed__c { value }
              Heard_At__c { value }
              Finished_At__c { value }
              CreatedDate { value }
              Result__c { value }
              Shop__r { Name { value } }
            }
          }
        }
      }
    }
  }
`);

/** Of one object: how many records the shop has there, and how many would change. */
export interface Touched {
  object: string;
  fields: string[];
  records: number;
  /** Null: not known, what they were made from is no longer kept. */
  changed: number | null;
}

export interface Work {
  count: Job | undefined;
  touched: Touched[];
  run: Job | undefined;
}

export function workOf(data: unknown): Work {
  const { uiapi } = plain(data) as { uiapi: { query: Record<string, unknown> } };
  const { jobs } = readJobs(uiapi.query);
  const count = jobs.find(({ type }) => type === 'Count Touched');
  const node = nodesOf(uiapi.query.Sync_Job__c).find((one) => idOf(one) === count?.id);
  return {
    count,
    touched: touchedIn(textOf(node, 'Result__c')),
    run: jobs.find(({ type }) => type === 'Reapply Mapping'),
  };
}

function touchedIn(text: string): Touched[] {
  try {
    const { objects } = JSON.parse(text) as { objects?: Touched[] };
    return Array.isArray(objects) ? objects : [];
  } catch {
    return [];
  }
}
