import { truncate } from '../../compose/mapping/text-steps.ts';
import type { Row } from '../../deliver/row.ts';
import { writeRows } from '../../deliver/write-rows.ts';
import { asFailure } from '../../shared/failure.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import { describeFailure } from '../../shared/log.ts';
import { changeSettings } from './change-settings.ts';
import { checkSetup } from './check-setup.ts';
import { findJobs, JOBS_A_TURN, type FoundJob } from './find-jobs.ts';
import { ignoreIssues } from './ignore-issues.ts';
import type { JobContext, JobResult, JobRunner } from './job.ts';
import { repairWebhooks } from './repair-webhooks.ts';
import { retryIssues } from './retry-issues.ts';
import { sampleEvent } from './sample-event.ts';

/** What each type of job does. `Sync_Job__c.Type__c` offers some more, which come later. */
const RUNNERS: Record<string, JobRunner> = {
  'Retry Issues': retryIssues,
  'Ignore Issues': ignoreIssues,
  'Send Sample Event': sampleEvent,
  'Check Setup': checkSetup,
  'Change Settings': changeSettings,
  'Repair Webhooks': repairWebhooks,
};

/** How jobs ended that Salesforce does not know of yet, by the id of the job. */
export type UntoldEnds = Map<string, Row>;

/**
 * Does what people asked for in Salesforce, and says so on the job.
 * @param untold kept from turn to turn: what was done is told again, and not done again
 * @returns how many jobs ended, as Salesforce has it, and whether more may be waiting
 */
export async function runJobs(
  context: JobContext,
  untold: UntoldEnds,
): Promise<{ ended: number; more: boolean }> {
  const jobs = await findJobs(context.client);
  const asked = new Set<string>(jobs.map(({ id }) => id));
  for (const id of untold.keys()) if (!asked.has(id)) untold.delete(id);
  if (jobs.length === 0) return { ended: 0, more: false };
  const heardAt = new Date().toISOString();
  for (const job of jobs) {
    if (untold.has(job.id)) continue;
    untold.set(job.id, endedRow(job.id, await run(context, job), heardAt));
  }
  const results = await writeRows(context.client, [...untold.values()], {
    kind: 'job',
    ids: jobs.map(({ id }) => id),
  });
  let ended = 0;
  for (const [name, result] of results) {
    if (!result.written) {
      context.log.warn({ job: name, ...describeFailure(result.failure) }, 'job.refused');
      continue;
    }
    untold.delete(result.salesforceId);
    ended += 1;
  }
  // Where Salesforce took no end, the same jobs would come again at once, and for ever.
  return { ended, more: ended > 0 && jobs.length === JOBS_A_TURN };
}

async function run(context: JobContext, job: FoundJob): Promise<JobResult> {
  if (job.wish === 'Cancel') return { status: 'Canceled', message: 'Canceled before it began.' };
  const runner = RUNNERS[job.type];
  if (!runner) {
    return {
      status: 'Not Available',
      message: `This version of the worker cannot do "${job.type}" yet.`,
    };
  }
  try {
    const result = await runner(context, job);
    context.log.info({ job: job.id, type: job.type, status: result.status }, 'job.ended');
    return result;
  } catch (error) {
    const failure = asFailure(error);
    context.log.warn({ job: job.id, type: job.type, ...describeFailure(failure) }, 'job.failed');
    return {
      status: 'Failed',
      message: [failure.message, failure.nextStep].filter(Boolean).join(' '),
    };
  }
}

const LONGEST_MESSAGE = 2_000;

function endedRow(id: SalesforceId, ended: JobResult, heardAt: string): Row {
  const { status, message, total, completed, failed, result } = ended;
  return {
    object: 'Sync_Job__c',
    key: id,
    target: { id },
    fields: {
      Status__c: status,
      Wish__c: null,
      Message__c: truncate(message, LONGEST_MESSAGE),
      Heard_At__c: heardAt,
      Finished_At__c: new Date().toISOString(),
      ...(total !== undefined && { Total__c: total }),
      ...(completed !== undefined && { Completed__c: completed }),
      ...(failed !== undefined && { Failed__c: failed }),
      ...(result !== undefined && { Result__c: JSON.stringify(result) }),
    },
    references: {},
  };
}
