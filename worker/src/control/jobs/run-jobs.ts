import type { Row } from '../../deliver/row.ts';
import { writeRows } from '../../deliver/write-rows.ts';
import { asFailure } from '../../shared/failure.ts';
import { describeFailure } from '../../shared/log.ts';
import { changeSettings } from './change-settings.ts';
import { checkSetup } from './check-setup.ts';
import { countTouched } from './count-touched.ts';
import { decideMatch } from './decide-match.ts';
import { describeTargets } from './describe-targets.ts';
import { dryRun } from './dry-run.ts';
import { erasePersonJob } from './erase-person.ts';
import { explainValue } from './explain-value.ts';
import { exportPersonJob } from './export-person.ts';
import { findJobs, JOBS_A_TURN } from './find-jobs.ts';
import { findPerson } from './find-person.ts';
import { ignoreIssues } from './ignore-issues.ts';
import { jobRow } from './job-rows.ts';
import { goesOn, type Job, type JobContext, type JobResult, type JobRunner } from './job.ts';
import { loadSamples } from './load-samples.ts';
import { publishMapping } from './publish-mapping.ts';
import { reapplyMapping } from './reapply-mapping.ts';
import { rankSuggestions } from './rank-suggestions.ts';
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
  'Decide Match': decideMatch,
  'Repair Webhooks': repairWebhooks,
  'Rank Suggestions': rankSuggestions,
  'Describe Targets': describeTargets,
  'Load Samples': loadSamples,
  'Dry Run': dryRun,
  'Explain Value': explainValue,
  'Count Touched': countTouched,
  'Reapply Mapping': reapplyMapping,
  'Publish Mapping': publishMapping,
  'Find Person': findPerson,
  'Export Person': exportPersonJob,
  'Erase Person': erasePersonJob,
};

/** Jobs of many turns: what people wish of them meanwhile is theirs to hear. */
const LONG: ReadonlySet<string> = new Set(['Reapply Mapping']);

/** What is kept from turn to turn, by the id of the job. */
export interface JobsUnderWay {
  /** What became of jobs that Salesforce does not know of yet: it is told again, and not done again. */
  untold: Map<string, { row: Row; isOver: boolean }>;
  /** Jobs that go on at the next turn, without Salesforce being asked for them. */
  ongoing: Map<string, { job: Job; told: string }>;
}

export function noJobsUnderWay(): JobsUnderWay {
  return { untold: new Map(), ongoing: new Map() };
}

/** How many jobs ended, as Salesforce has it, and whether more may be waiting. */
export interface Turn {
  ended: number;
  more: boolean;
}

/** Does what people asked for in Salesforce, and says so on the job. */
export async function runJobs(context: JobContext, underWay: JobsUnderWay): Promise<Turn> {
  const jobs = await findJobs(context.client);
  const asked = new Set<string>(jobs.map(({ id }) => id));
  for (const kept of [underWay.untold, underWay.ongoing])
    for (const id of kept.keys()) if (!asked.has(id)) kept.delete(id);
  const ended = await takeTurns(context, underWay, jobs);
  // Where Salesforce took no end, the same jobs would come again at once, and for ever.
  return { ended, more: ended > 0 && jobs.length === JOBS_A_TURN };
}

/** Goes on with the jobs that the turn before left unfinished. */
export async function continueJobs(context: JobContext, underWay: JobsUnderWay): Promise<Turn> {
  const jobs = [...underWay.ongoing.values()].map(({ job }) => ({ ...job, wish: null }));
  return { ended: await takeTurns(context, underWay, jobs), more: false };
}

async function takeTurns(
  context: JobContext,
  { untold, ongoing }: JobsUnderWay,
  jobs: Job[],
): Promise<number> {
  const heardAt = new Date();
  for (const job of jobs) {
    if (untold.has(job.id)) continue;
    const said = await run(context, job);
    const told = JSON.stringify(said);
    const isNews = ongoing.get(job.id)?.told !== told || job.wish !== null;
    ongoing.delete(job.id);
    if (said.status === 'Running') ongoing.set(job.id, { job, told });
    if (isNews) untold.set(job.id, { row: jobRow(job, said, heardAt), isOver: !goesOn(said) });
  }
  if (untold.size === 0) return 0;
  const results = await writeRows(
    context.client,
    [...untold.values()].map(({ row }) => row),
    { kind: 'job', ids: jobs.map(({ id }) => id) },
  );
  let ended = 0;
  for (const [name, result] of results) {
    if (!result.written) {
      context.log.warn({ job: name, ...describeFailure(result.failure) }, 'job.refused');
      continue;
    }
    if (untold.get(result.salesforceId)?.isOver) ended += 1;
    untold.delete(result.salesforceId);
  }
  return ended;
}

async function run(context: JobContext, job: Job): Promise<JobResult> {
  if (job.wish === 'Cancel' && !LONG.has(job.type))
    return { status: 'Canceled', message: 'Canceled before it began.' };
  const runner = RUNNERS[job.type];
  if (!runner) {
    return {
      status: 'Not Available',
      message: `This version of the worker cannot do "${job.type}" yet.`,
    };
  }
  try {
    const result = await runner(context, job);
    if (result.status !== 'Running')
      context.log.info({ job: job.id, type: job.type, status: result.status }, 'job.ended');
    return result;
  } catch (error) {
    const failure = asFailure(error);
    context.log.warn({ job: job.id, type: job.type, ...describeFailure(failure) }, 'job.failed');
    const { setting } = failure.details;
    return {
      status: 'Failed',
      message: [failure.message, failure.nextStep].filter(Boolean).join(' '),
      // The screen shows the refusal at the field it is about.
      ...(typeof setting === 'string' && setting !== '' && { result: { setting } }),
    };
  }
}
