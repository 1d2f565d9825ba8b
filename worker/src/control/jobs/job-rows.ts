import { truncate } from '../../shared/truncate.ts';
import type { Row } from '../../deliver/row.ts';
import { goesOn, type Job, type JobResult } from './job.ts';

const LONGEST_MESSAGE = 2_000;

/** Somebody’s address was typed into these: it does not outlive the job. */
const PRIVATE: ReadonlySet<string> = new Set(['Find Person', 'Export Person', 'Erase Person']);

/** Salesforce may quote the question in a refusal, and the address with it. */
const ADDRESS = /[^\s"'<>()=,]+@[^\s"'<>()=,]+/g;

/**
 * What a job's record shall say after a turn. A wish that was not known when the turn began is left
 * to the next one.
 */
export function jobRow(
  { id, wish, type }: Pick<Job, 'id' | 'wish' | 'type'>,
  said: JobResult,
  now: Date,
): Row {
  const { status, message, total, completed, failed, result } = said;
  const isOver = !goesOn(said);
  return {
    object: 'Sync_Job__c',
    key: id,
    target: { id: id },
    fields: {
      Status__c: status,
      ...((isOver || wish !== null) && { Wish__c: null }),
      Message__c: truncate(
        PRIVATE.has(type) ? message.replace(ADDRESS, '[address]') : message,
        LONGEST_MESSAGE,
      ),
      Heard_At__c: now.toISOString(),
      ...(isOver && { Finished_At__c: now.toISOString() }),
      ...(isOver && PRIVATE.has(type) && { Input__c: null }),
      ...(total !== undefined && { Total__c: total }),
      ...(completed !== undefined && { Completed__c: completed }),
      ...(failed !== undefined && { Failed__c: failed }),
      ...(result !== undefined && { Result__c: JSON.stringify(result) }),
    },
    references: {},
  };
}
