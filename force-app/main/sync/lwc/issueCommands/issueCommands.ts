import { sentences } from 'c/errors';
import { fill } from 'c/format';
import type { Issue, IssueJob } from 'c/issueData';
import { labels } from 'c/issueLabels';
import { requestJob } from 'c/jobs';

/** A value in the place of the one that Salesforce refused; names without the namespace. */
export interface Correction {
  object: string;
  field: string;
  value: string;
}

/** Each answers the id of the job once the request is kept. */
export const retryIssue = (key: string, corrections: Correction[] = []): Promise<string> =>
  requestJob({
    type: 'Retry Issues',
    input: {
      records: [key],
      ...(corrections.length > 0 && {
        corrections: corrections.map((correction) => ({ record: key, ...correction })),
      }),
    },
  });

export const retryCause = (cause: string): Promise<string> =>
  requestJob({ type: 'Retry Issues', input: { cause } });

export const ignoreIssue = (key: string, reason: string): Promise<string> =>
  requestJob({ type: 'Ignore Issues', input: { records: [key], reason } });

/** After a job ended the worker writes the issues it changed; this long is waited for them. */
const SETTLES_MS = 2 * 60_000;

/**
 * What is to be shown as the status of an issue: its own, or what somebody asked for that has not
 * come back yet. It is read off the jobs, so it is the same for everybody who looks.
 */
export function shownStatus(issue: Issue, jobs: IssueJob[], now = new Date()): string {
  const job = jobs.find((one) => isAbout(one, issue));
  if (!job || !isPending(job, issue, now)) return issue.status;
  return job.type === 'Ignore Issues' ? 'Ignoring' : 'Retrying';
}

function isAbout({ records, cause }: IssueJob, issue: Issue): boolean {
  return records.includes(issue.key) || (cause === issue.cause && issue.status === 'Open');
}

function isPending({ status, finishedAt }: IssueJob, issue: Issue, now: Date): boolean {
  if (status === 'Requested' || status === 'Running') return true;
  const ended = new Date(finishedAt).getTime();
  const isTold = new Date(issue.changedAt).getTime() > ended;
  return status === 'Done' && !isTold && now.getTime() - ended < SETTLES_MS;
}

/** Something the user asked for on this page. */
export interface Asked {
  /** The id of the job; something else for one that was not even kept. */
  id: string;
  /** The issue or the cause it is about. */
  about: string;
  isIgnore: boolean;
  /** Why the request was not kept. */
  refusal?: string;
}

/** What came of asking the worker, whether or not the request was kept. */
export async function ask(
  about: string,
  isIgnore: boolean,
  send: () => Promise<string>,
): Promise<Asked> {
  try {
    return { id: await send(), about, isIgnore };
  } catch (error) {
    const refusal = sentences(error).join(' ');
    return { id: `refused ${about}`, about, isIgnore, refusal };
  }
}

export interface Message {
  id: string;
  text: string;
  icon: string;
  className: string;
}

/** What became of it, in words. */
export function messageOf(asked: Asked, jobs: IssueJob[]): Message {
  const { id, about, isIgnore, refusal } = asked;
  const job = jobs.find((one) => one.id === id);
  const bad = { id, icon: 'utility:error', className: 'message slds-theme_error' };
  if (refusal) return { ...bad, text: fill(labels.refused, about, refusal) };
  if (job?.status === 'Failed') return { ...bad, text: fill(labels.jobFailed, about, job.message) };
  if (job?.status === 'Not Available') return { ...bad, text: fill(labels.notAvailable, about) };
  if (job?.status === 'Done') {
    const text = fill(labels.jobDone, about, job.message);
    return { id, text, icon: 'utility:success', className: 'message slds-theme_success' };
  }
  const text = fill(isIgnore ? labels.askedIgnore : labels.askedRetry, about);
  return { id, text, icon: 'utility:sync', className: 'message slds-theme_info' };
}
