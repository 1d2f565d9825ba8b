import { z } from 'zod';
import { ensureMapping } from '../../compose/mapping/current-mapping.ts';
import { countTouched as count } from '../../compose/trial/count-touched.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import { readDraft, readVersionRecord } from './chosen-mapping.ts';
import type { JobRunner } from './job.ts';
import { openJobShop } from './job-shop.ts';
import { readInput, recordIdShape } from './read-input.ts';

const inputShape = z.object({
  /** Id of a `Mapping_Version__c`; the draft when absent. */
  version: recordIdShape.optional(),
  draft: z.boolean().optional(),
});

/** How many records of the shop the draft, or another version, would change. */
export const countTouched: JobRunner = async (context, job) => {
  const { pool, client } = context;
  const input = readInput(job, inputShape);
  const { shop } = await openJobShop(context, job);
  const { definition } = await ensureMapping(pool, shop);
  const other = input.version
    ? await readVersionRecord(pool, client, input.version as SalesforceId)
    : ((await readDraft(client, shop)) ?? definition);
  const objects = await count(pool, shop, definition, other);
  const records = objects.reduce((sum, one) => sum + one.records, 0);
  return {
    status: 'Done',
    message:
      objects.length === 0
        ? 'No record would be touched.'
        : `Records to be looked at again: ${records}.`,
    result: { objects },
  };
};
