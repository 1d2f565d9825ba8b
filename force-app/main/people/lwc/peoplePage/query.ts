import { idOf, nodesOf, query, textOf } from 'c/query';
import { PARTS, isTold, readPolicy, type Policy } from 'c/peoplePolicy';
import type { SavingJob } from 'c/peopleSave';

/** What holds, and the changes that were asked for last; those of a shop's settings are among them. */
export const PEOPLE = query(`
  query people {
    uiapi {
      query {
        Worker_Status__c(first: 1, where: { External_Id__c: { eq: "worker" } }) {
          edges { node { Id Heard_At__c { value } Settings__c { value } } }
        }
        Sync_Job__c(
          first: 10
          where: { Type__c: { eq: "Change Settings" } }
          orderBy: { CreatedDate: { order: DESC }, Name: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Status__c { value }
              Message__c { value }
              Input__c { value }
              Result__c { value }
              CreatedDate { value }
            }
          }
        }
      }
    }
  }
`);

export interface PolicyJob extends SavingJob {
  /** The path of the setting for which it was refused; empty where none is named. */
  setting: string;
}

export interface Known {
  heardAt: string;
  policy: Policy | undefined;
  isTold: boolean;
  job: PolicyJob | undefined;
}

export const NOTHING_KNOWN: Known = {
  ...{ heardAt: '', policy: undefined, isTold: false, job: undefined },
};

export function readKnown(answered: unknown): Known {
  const found = (answered ?? {}) as Record<string, unknown>;
  const [status] = nodesOf(found.Worker_Status__c);
  const settings = textOf(status, 'Settings__c');
  const job = nodesOf(found.Sync_Job__c).find((node) => {
    const input = parse(textOf(node, 'Input__c'));
    return PARTS.some((part) => part in input);
  });
  return {
    heardAt: textOf(status, 'Heard_At__c'),
    policy: readPolicy(settings),
    isTold: isTold(settings),
    job: job && {
      ...{ id: idOf(job), status: textOf(job, 'Status__c'), message: textOf(job, 'Message__c') },
      createdAt: textOf(job, 'CreatedDate'),
      setting: String(parse(textOf(job, 'Result__c')).setting ?? ''),
    },
  };
}

/** A text that is no JSON says nothing. */
function parse(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text || '{}') ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
