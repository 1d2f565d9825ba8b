import type { Job } from 'c/jobList';
import { connection, minutesAgo } from '../../../../shared/lwc/query/__tests__/kit';

/** A history load that runs, two fifths done. */
export function jobRecord(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ Id: 'a02000000000001', Name: 'JOB-000001', Type__c: 'Load History' },
    ...{ Status__c: 'Running', Wish__c: null, Message__c: 'Orders of May' },
    ...{ Total__c: 1_000, Completed__c: 400, Failed__c: 2 },
    ...{ Heard_At__c: minutesAgo(1), Finished_At__c: null, CreatedDate: minutesAgo(3) },
    Shop__r: { Name: { value: 'Blue Shop' } },
    ...fields,
  };
}

export function jobsAnswer({
  jobs = [jobRecord()] as Record<string, unknown>[],
  total = 1,
  next = null as string | null,
  heardAt = minutesAgo(1) as string | null,
} = {}) {
  return {
    Sync_Job__c: {
      ...connection(jobs, total),
      pageInfo: { endCursor: next ?? 'end', hasNextPage: next !== null },
    },
    Shop__c: connection([{ Id: 'a01000000000001', Name: 'Blue Shop' }]),
    Worker_Status__c: connection(heardAt ? [{ Id: 'a00', Heard_At__c: heardAt }] : []),
  };
}

export const RUNNING: Job = {
  ...{ id: 'a02000000000001', name: 'JOB-000001', type: 'Load History', status: 'Running' },
  ...{ wish: '', message: 'Orders of May', total: 1_000, completed: 400, failed: 2 },
  ...{ heardAt: minutesAgo(1), finishedAt: '', createdAt: minutesAgo(3), shop: 'Blue Shop' },
};
