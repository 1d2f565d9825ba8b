import { fill } from 'c/format';
import type { AskedJob } from 'c/healthData';
import { labels } from 'c/healthLabels';

/** The end of a job is told this long; then it is history. */
const NEWS_MS = 10 * 60_000;

/** How far a job is, in words; empty when there is nothing to tell of it any more. */
export function jobText(job: AskedJob | undefined, isSilent: boolean, now = new Date()): string {
  if (!job) return '';
  const { status, type, message } = job;
  if (status === 'Requested' || status === 'Running') {
    if (isSilent) return labels.jobWaits;
    return type === 'Repair Webhooks' ? labels.repairAsked : labels.sampleAsked;
  }
  if (now.getTime() - new Date(job.finishedAt).getTime() > NEWS_MS) return '';
  if (status === 'Not Available') return labels.jobNotAvailable;
  return status === 'Failed' ? fill(labels.jobFailed, message) : message;
}
