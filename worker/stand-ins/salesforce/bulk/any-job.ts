import type { Answer, Call } from '../rest/call.ts';
import { show, wrongState, type Job } from './job.ts';

/** The caller's jobs; an administrator sees everybody's. */
export function listJobs({ org, caller }: Call, kind: Job['kind']): Answer {
  const seesAll = caller.userId === org.residents.adminId;
  const jobs = org.bulkJobs
    .list(kind)
    .filter(({ createdById }) => seesAll || createdById === caller.userId);
  return { status: 200, body: { done: true, records: jobs.map(show), nextRecordsUrl: null } };
}

/** Forgets a job with all that came of it. Throws INVALIDJOBSTATE while it is at work. */
export function removeJob({ org }: Call, job: Job): Answer {
  if (job.state === 'InProgress') throw wrongState(`Job ${job.id} is in progress; abort it first`);
  org.bulkJobs.remove(job);
  return { status: 204 };
}
