import { fill } from 'c/format';
import type { JobType } from 'c/jobs';
import type { Preview, PrivacyJob } from 'c/privacyData';
import { labels } from 'c/privacyLabels';

export type Kind = Extract<JobType, 'Find Person' | 'Export Person' | 'Erase Person'>;

const ENDED = ['Done', 'Failed', 'Canceled', 'Not Available'];

export const hasEnded = (job: PrivacyJob): boolean => ENDED.includes(job.status);

/** Why a job that ended was not done; empty where it was. */
export function whyNot({ status, message }: PrivacyJob): string {
  if (status === 'Done') return '';
  return status === 'Not Available' ? labels.notAvailable : fill(labels.jobFailed, message);
}

/** What the gate says is about to happen. */
export function gateText({ places }: Preview): string {
  const sum = (what: string): number =>
    places.reduce((all, place) => (place.what === what ? all + place.count : all), 0);
  return fill(labels.gateText, sum('erased'), sum('anonymised'), sum('kept'));
}

/** Hands a text to the browser as a file. */
export function save(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
