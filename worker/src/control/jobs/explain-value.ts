import { z } from 'zod';
import { explainRecord } from '../../compose/trial/explanation.ts';
import { withoutNamespace } from '../../deliver/salesforce/namespace.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import { fittingExplanation } from './fit-results.ts';
import type { JobRunner } from './job.ts';
import { writeResults } from './job-results.ts';
import { readInput } from './read-input.ts';

const inputShape = z.object({
  record: z.string().regex(/^[A-Za-z0-9]{18}$/, 'is no id of 18 characters'),
  field: z.string().regex(/^\w+$/).optional(),
});

/** Tells where the values of a record came from. */
export const explainValue: JobRunner = async ({ pool, client }, job) => {
  const { record, field } = readInput(job, inputShape);
  const explanation = await explainRecord(
    pool,
    client,
    record as SalesforceId,
    field && withoutNamespace(client.org.namespace, field),
  );
  const { object, id } = explanation.record;
  await writeResults(client, job, [
    {
      kind: 'Explanation',
      title: [object, id].filter(Boolean).join(' '),
      data: fittingExplanation(explanation),
    },
  ]);
  return {
    status: 'Done',
    message: explanation.note ?? 'The values are as they were written.',
    total: explanation.fields.length,
    completed: explanation.fields.length,
  };
};
