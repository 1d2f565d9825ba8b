import { z } from 'zod';
import { ignoreParked, listParkedRecords } from '../../buffer/parked.ts';
import type { RecordKey } from '../../shared/ids.ts';
import { movedIssue } from '../report/issue-rows.ts';
import { writeIssues } from '../report/tell-issues.ts';
import { chosenIn, chosenShape } from './chosen-issues.ts';
import { sentences, type JobRunner } from './job.ts';
import { readInput } from './read-input.ts';

const inputShape = z.intersection(
  chosenShape,
  z.object({ reason: z.string().trim().min(1, 'is missing: say why').max(255) }),
);

/**
 * Gives up what was put aside, for a stated reason. News of the record is worked on as ever. Salesforce
 * is told first: an issue it did not take would otherwise seem to be solved.
 */
export const ignoreIssues: JobRunner = async ({ pool, client, log }, job) => {
  const input = readInput(job, inputShape);
  const chosen = chosenIn(client.org.id, input);
  const found = await listParkedRecords(pool, chosen);
  const rows = found.map((key) => movedIssue(key, 'Ignored', input.reason));
  const told = (await writeIssues(pool, client, log, rows)).map(({ key }) => key as RecordKey);
  await ignoreParked(pool, { ...chosen, recordKeys: told }, input.reason);
  const failed = found.length - told.length;
  return {
    status: failed > 0 && told.length === 0 ? 'Failed' : 'Done',
    message: sentences(
      `${told.length} records are ignored until there is news of them.`,
      failed > 0 && `${failed} are not, for Salesforce did not take their issues: try again.`,
    ),
    total: found.length,
    completed: told.length,
    failed,
  };
};
