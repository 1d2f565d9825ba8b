import type { MappingJob, Version } from 'c/mappingData';
import type { Finding } from 'c/mappingEngine';

/** A version that waits for the worker, and the job that tells it. */
export interface Proposal {
  versionId: string;
  jobId: string;
}

/** What became of the last publishing from this screen. */
export type Outcome =
  | { state: 'asked' }
  | { state: 'published'; number: number }
  | { state: 'refused'; findings: Finding[] }
  | { state: 'failed'; message: string };

const ENDED = ['Failed', 'Canceled', 'Not Available'];

/** What became of a proposal, as far as the records tell. */
export function outcomeOf(
  proposal: Proposal | undefined,
  jobs: readonly MappingJob[],
  versions: readonly Version[],
): Outcome | undefined {
  if (!proposal) return undefined;
  const version = versions.find(({ id }) => id === proposal.versionId);
  if (version && version.number > 0) return { state: 'published', number: version.number };
  if (version?.status === 'Refused')
    return { state: 'refused', findings: findingsIn(version.problems) };
  const job = jobs.find(({ id }) => id === proposal.jobId);
  if (job && ENDED.includes(job.status)) return { state: 'failed', message: job.message };
  return { state: 'asked' };
}

/** A version that waits since before this screen was opened, as far as the records tell. */
export function waiting(
  jobs: readonly MappingJob[],
  versions: readonly Version[],
): Proposal | undefined {
  const version = versions.find(({ status }) => status === 'Proposed');
  const job = jobs.find(
    ({ type, status }) =>
      type === 'Publish Mapping' && (status === 'Requested' || status === 'Running'),
  );
  return version && job && { versionId: version.id, jobId: job.id };
}

/** What the worker found wrong with a version, as its record holds it. */
export function findingsIn(problems: string): Finding[] {
  try {
    const read: unknown = JSON.parse(problems);
    return Array.isArray(read) ? (read as Finding[]) : [];
  } catch {
    return [];
  }
}
