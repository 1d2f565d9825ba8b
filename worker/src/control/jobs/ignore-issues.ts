import { z } from 'zod';
import { ignoreParked } from '../../buffer/parked.ts';
import { movedIssue } from '../report/issue-rows.ts';
import { writeIssues } from '../report/tell-issues.ts';
import { chosenIn, chosenShape } from './chosen-issues.ts';
import type { JobRunner } from './job.ts';
import { readInput } from './read-input.ts';

const inputShape = z.intersection(
  chosenShape,
  z.object({ reason: z.string().trim().min(1, 'is missing: say why').max(255) }),
);

/** Gives up what was put aside, for a stated reason. News of the record is worked on as ever. */
export const ignoreIssues: JobRunner = async ({ pool, client, log }, job) => {
  const input = readInput(job, inputShape);
  const keys = await ignoreParked(pool, chosenIn(client.org.id, input), input.reason);
  const rows = keys.map((key) => movedIssue(key, 'Ignored', input.reason));
  await writeIssues(pool, client, log, rows);
  return {
    status: 'Done',
    message: `${keys.length} records are ignored until there is news of them.`,
    total: keys.length,
    completed: keys.length,
  };
};
