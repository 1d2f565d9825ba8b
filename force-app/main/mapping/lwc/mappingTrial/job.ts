import { plain } from 'c/names';
import { nodesOf, query, textOf } from 'c/query';

export const JOB = query(`
  query trialJob($job: ID) {
    uiapi {
      query {
        Sync_Job__c(first: 1, where: { Id: { eq: $job } }) {
          edges {
            node {
              Id
              Name { value }
              Type__c { value }
              Status__c { value }
              Message__c { value }
              Result__c { value }
              CreatedDate { value }
            }
          }
        }
      }
    }
  }
`);

export interface TrialJob {
  type: string;
  status: string;
  message: string;
  createdAt: string;
  /** API calls: to ask the shop and Salesforce for the trial, and to write these for real. */
  calls: { shop: number; read: number; write: number } | undefined;
}

export function jobOf(data: unknown): TrialJob | undefined {
  const { uiapi } = plain(data) as { uiapi: { query: Record<string, unknown> } };
  const [node] = nodesOf(uiapi.query.Sync_Job__c);
  if (!node) return undefined;
  return {
    type: textOf(node, 'Type__c'),
    status: textOf(node, 'Status__c'),
    message: textOf(node, 'Message__c'),
    createdAt: textOf(node, 'CreatedDate'),
    calls: callsIn(textOf(node, 'Result__c')),
  };
}

function callsIn(text: string): TrialJob['calls'] {
  try {
    return (JSON.parse(text) as { calls?: TrialJob['calls'] }).calls;
  } catch {
    return undefined;
  }
}
