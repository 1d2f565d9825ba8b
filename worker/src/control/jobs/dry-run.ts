import { z } from 'zod';
import { countShopCalls } from '../../compose/shops/count-calls.ts';
import { dryRun as run } from '../../compose/trial/dry-run.ts';
import type { TrialRecord } from '../../compose/trial/trial-record.ts';
import type { Wanted } from '../../compose/trial/to-trial-record.ts';
import { recordKey, type RecordKey, type ShopId } from '../../shared/ids.ts';
import { chosenMapping } from './chosen-mapping.ts';
import { fittingTrial } from './fit-results.ts';
import { sentences, type JobRunner } from './job.ts';
import { writeResults } from './job-results.ts';
import { openJobShop } from './job-shop.ts';
import { readInput } from './read-input.ts';

const inputShape = z.object({
  records: z
    .array(
      z.object({
        kind: z.enum(['order', 'shipment', 'return', 'cart', 'person', 'product']),
        id: z.string().min(1).max(255),
      }),
    )
    .min(1)
    .max(50),
  version: z.number().int().positive().optional(),
  draft: z.boolean().optional(),
});

/**
 * Tries a mapping on real records against the live org and tells what would be written. Nothing is:
 * neither in Salesforce, but for the results themselves, nor in the worker's books.
 */
export const dryRun: JobRunner = async (context, job) => {
  const { pool, client, log } = context;
  const input = readInput(job, inputShape);
  const open = await openJobShop(context, job);
  const mapping = await chosenMapping(pool, client, open.shop, input);
  const wanted = input.records.map(({ kind, id }): Wanted => {
    const key = keyOf(open.shop.id, kind, id);
    return { kind, id, key };
  });
  const { result, calls: shop } = await countShopCalls(() =>
    run(pool, client, open, mapping, wanted),
  );
  const { records, calls, duplicatesUnknown } = result;
  if (duplicatesUnknown)
    log.warn({ org: client.org.id, kind: duplicatesUnknown.kind }, 'duplicates.unknown');
  await writeResults(
    client,
    job,
    records.map((record) => ({
      ...{
        kind: 'Trial',
        title: record.title,
        status: statusOf(record),
        data: fittingTrial(record),
      },
    })),
  );
  const problems = records.filter((record) => statusOf(record) === 'Problems').length;
  return {
    status: 'Done',
    message: sentences(
      `Records tried: ${records.length}, with problems: ${problems}.`,
      duplicatesUnknown && `The duplicate rules could not be asked: ${duplicatesUnknown.message}`,
    ),
    total: records.length,
    completed: records.length,
    failed: problems,
    result: {
      calls: { shop, ...calls },
      records: records.length,
      problems,
      ...(duplicatesUnknown && { duplicatesUnknown: duplicatesUnknown.message }),
    },
  };
};

/** Samples name people by their record key. */
function keyOf(shop: ShopId, kind: Wanted['kind'], id: string): RecordKey {
  if (kind !== 'person') return recordKey(shop, kind, id);
  return id.startsWith(`${shop}:customer:`) ? (id as RecordKey) : recordKey(shop, 'customer', id);
}

function statusOf({ person, writes, problems, note }: TrialRecord): string {
  const isBad =
    person.who === 'several' ||
    problems.length > 0 ||
    writes.some(({ refusals }) => refusals.length > 0);
  if (isBad) return 'Problems';
  if (note !== undefined) return 'Nothing';
  return writes.some(({ action }) => action !== 'nothing') ? 'Changes' : 'Unchanged';
}
