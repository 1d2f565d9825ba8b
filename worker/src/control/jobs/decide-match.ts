import { z } from 'zod';
import { ignoreParked, listParkedRecords, replayParked } from '../../buffer/parked.ts';
import { decide } from '../../compose/people/matching/decide.ts';
import { DECISIONS } from '../../compose/people/matching/reviews.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import type { RecordKey } from '../../shared/ids.ts';
import { movedIssue } from '../report/issue-rows.ts';
import { tellReviews } from '../report/tell-reviews.ts';
import { writeIssues } from '../report/tell-issues.ts';
import type { JobContext, JobRunner } from './job.ts';
import { readInput, recordIdShape } from './read-input.ts';

const inputShape = z
  .object({
    review: z.string().min(1),
    decision: z.enum(DECISIONS),
    chosenId: recordIdShape.nullish(),
  })
  .refine(({ decision, chosenId }) => decision !== 'Use This Record' || chosenId, {
    error: 'is missing: say which record',
    path: ['chosenId'],
  });

const LEFT = 'Left as it is, as decided in its match review.';

/**
 * Does what somebody decided in a match review: the shopper is linked or made, and their events go
 * on at once; or they are left, and their events ignored. Doing it twice ends like doing it once.
 */
export const decideMatch: JobRunner = async (context, job) => {
  const { pool, client, log } = context;
  const { review, decision, chosenId } = readInput(job, inputShape);
  const decided = await decide(pool, client, {
    ...{ review, decision },
    chosenId: (chosenId ?? null) as SalesforceId | null,
  });
  if ('busy' in decided)
    return { status: 'Running', message: 'Another worker is busy with this shopper.' };
  const { reviews, usedId } = decided;
  const events = await goOn(context, reviews, decision === 'Leave');
  await tellReviews(pool, client, log);
  const said = {
    'Use This Record': `This shopper is ${usedId ?? ''} from now on.`,
    'Create New': 'A new record is made of this shopper.',
    Leave: 'This shopper is left alone, and what comes of them is ignored.',
  };
  return {
    status: 'Done',
    message: `${said[decision]} Events that waited for it: ${events}.`,
    total: events,
    completed: events,
    result: { review, decision, usedId, events },
  };
};

/** @returns how many events of the shopper went on, or how many records were given up */
async function goOn(
  { pool, boss, client, log }: JobContext,
  reviews: string[],
  isLeft: boolean,
): Promise<number> {
  const chosen = { org: client.org.id, reviews };
  if (!isLeft) return replayParked(pool, boss, chosen);
  const found = await listParkedRecords(pool, chosen);
  // Salesforce first: an issue it did not take would otherwise seem to be solved.
  const rows = found.map((key) => movedIssue(key, 'Ignored', LEFT));
  const told = (await writeIssues(pool, client, log, rows)).map(({ key }) => key as RecordKey);
  await ignoreParked(pool, { ...chosen, recordKeys: told }, LEFT);
  return told.length;
}
