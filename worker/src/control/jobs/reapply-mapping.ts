import { literal, queryAll } from '../../deliver/salesforce/query.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import type { JobResult, JobRunner } from './job.ts';
import { openJobShop } from './job-shop.ts';
import {
  addSlice,
  beginProgress,
  endProgress,
  findProgress,
  liveEventsWait,
  settleSlice,
  withdrawSlice,
  type Progress,
} from './reapply-progress.ts';

/** Few enough that a live event never waits behind many. */
const SLICE = 100;

/**
 * Brings the shop's records to its current mapping, a slice in each turn. A slice is added when the
 * one before it is settled and no live event waits. After a crash or a restart it goes on where it
 * was: the records of a slice and how far it came are one commit.
 */
export const reapplyMapping: JobRunner = async (context, job) => {
  const { pool, boss, client } = context;
  const { shop } = await openJobShop(context, job);
  const known = await findProgress(pool, shop.id);
  const mine = known?.jobId === job.id ? known : undefined;
  if (job.wish === 'Cancel') {
    if (mine) {
      await withdrawSlice(pool, shop.id);
      await endProgress(pool, shop.id);
    }
    return { status: 'Canceled', message: `Canceled. ${soFar(mine)}`, ...countsOf(mine) };
  }
  if (job.wish === 'Pause') {
    const progress = mine ?? (known ? undefined : await beginProgress(pool, shop, job.id));
    return { status: 'Paused', message: `Paused. ${soFar(progress)}`, ...countsOf(progress) };
  }
  if (known && !mine && (await isUnderWay(client, known.jobId))) {
    return {
      status: 'Failed',
      message:
        'Another job brings the records of this shop to the current mapping already. Wait for it, or cancel it.',
    };
  }
  const progress = mine ?? (await beginProgress(pool, shop, job.id));
  const settled = await settleSlice(pool, shop, progress);
  if (!settled) return going(progress);
  if (await liveEventsWait(pool, shop.orgId)) return going(settled);
  if (await addSlice(pool, boss, shop, settled, SLICE)) return going(settled);
  await endProgress(pool, shop.id);
  return { status: 'Done', message: ending(settled), ...countsOf(settled) };
};

function going(progress: Progress): JobResult {
  return { status: 'Running', message: soFar(progress), ...countsOf(progress) };
}

function countsOf(progress?: Progress): Pick<JobResult, 'total' | 'completed' | 'failed'> {
  if (!progress) return {};
  const { total, completed, failed } = progress;
  // Records that came meanwhile may make it more than there were.
  return { total: Math.max(total, completed + failed), completed, failed };
}

function soFar(progress?: Progress): string {
  if (!progress) return 'Nothing was done yet.';
  const { total, completed, failed } = progress;
  return `Records looked at: ${completed + failed} of ${total}.`;
}

function ending({ completed, failed }: Progress): string {
  if (completed + failed === 0) return 'All records are as the current mapping has them.';
  const bad = failed === 0 ? '' : ` Put aside, see the issues: ${failed}.`;
  return `Records that are as the current mapping has them: ${completed}.${bad}`;
}

/** A job whose record is gone, or that ended while nobody listened, holds nobody up. */
async function isUnderWay(client: SalesforceClient, job: SalesforceId): Promise<boolean> {
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const [records = []] = await queryAll(client, [
    `SELECT Id FROM ${named('Sync_Job__c')} WHERE Id = ${literal(job)} ` +
      `AND ${named('Status__c')} IN ('Requested', 'Running', 'Paused')`,
  ]);
  return records.length > 0;
}
