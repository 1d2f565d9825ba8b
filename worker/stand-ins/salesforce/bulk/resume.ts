import type { Org } from '../org.ts';
import { runQueryJob } from './query-routes.ts';
import { runIngest } from './run-ingest.ts';

/** Goes on with the jobs that the last stop interrupted. */
export function resumeBulkJobs(org: Org): void {
  for (const { id } of org.bulkJobs.list('ingest')) runIngest(org, id);
  for (const { id } of org.bulkJobs.list('query')) setImmediate(() => runQueryJob(org, id));
}
