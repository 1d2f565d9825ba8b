import type { Clock } from '../../kit/clock.ts';
import type { Store } from '../../kit/store.ts';
import { makeId } from '../records/ids.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import type { Job } from './job.ts';

/** What became of one slice of a job's rows, each as it goes into a result file. */
export interface SliceResult {
  succeeded: string[][];
  failed: string[][];
}

type NewJob = Omit<
  Job,
  'id' | 'createdDate' | 'systemModstamp' | 'processed' | 'failed' | 'milliseconds'
>;

/** All Bulk jobs, what was uploaded to them and what came of it. They survive a restart. */
export interface BulkJobs {
  create(job: NewJob): Job;
  get(id: string): Job | undefined;
  list(kind: Job['kind']): Job[];
  change(job: Job, changes: Partial<Job>): Job;
  remove(job: Job): void;
  upload(job: Job, csv: string): void;
  uploaded(job: Job): string | undefined;
  /** `slice` counts from 0 without a gap. */
  addResult(job: Job, slice: number, result: SliceResult): void;
  results(job: Job): SliceResult;
}

export function createBulkJobs(store: Store, clock: Clock): BulkJobs {
  const jobs = store.collection<Job>('bulk job');
  const uploads = store.collection<string>('bulk upload');
  const results = store.collection<SliceResult>('bulk result');
  const now = (): string => wholeSeconds(clock.now());
  return {
    create(given) {
      const id = makeId('750', store.next('id of bulk job'));
      const counts = { processed: 0, failed: 0, milliseconds: 0 };
      const job = { ...given, ...counts, id, createdDate: now(), systemModstamp: now() };
      jobs.set(id, job);
      return job;
    },
    get: (id) => jobs.get(id),
    list: (kind) => jobs.values().filter((job) => job.kind === kind),
    change(job, changes) {
      const changed = { ...job, ...changes, systemModstamp: now() };
      jobs.set(job.id, changed);
      return changed;
    },
    remove(job) {
      for (let slice = 0; results.get(sliceKey(job, slice)); slice += 1) {
        results.delete(sliceKey(job, slice));
      }
      jobs.delete(job.id);
      uploads.delete(job.id);
    },
    upload: (job, csv) => uploads.set(job.id, csv),
    uploaded: (job) => uploads.get(job.id),
    addResult: (job, slice, result) => results.set(sliceKey(job, slice), result),
    results(job) {
      const all: SliceResult = { succeeded: [], failed: [] };
      for (let slice = 0; ; slice += 1) {
        const result = results.get(sliceKey(job, slice));
        if (!result) return all;
        all.succeeded.push(...result.succeeded);
        all.failed.push(...result.failed);
      }
    },
  };
}

function sliceKey(job: Job, slice: number): string {
  return `${job.id} ${slice}`;
}
