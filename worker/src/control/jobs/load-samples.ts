import type { Sample } from '#mapping-engine';
import { countShopCalls } from '../../compose/shops/count-calls.ts';
import { withoutErasedSamples } from '../../compose/trial/erased-samples.ts';
import { loadSamples as load } from '../../compose/trial/samples.ts';
import { sentences, type JobRunner } from './job.ts';
import { LONGEST_DATA, removeResults, writeResults } from './job-results.ts';
import { openJobShop } from './job-shop.ts';

const MOST_OF_A_KIND = 50;

/**
 * Puts the shop's newest records into Salesforce as a mapping sees them, for previews. They hold
 * personal data: only who may set Cartbridge up reads them, each load replaces the one before it, and
 * what is older than 30 days is removed (`remove-old-results.ts`).
 */
export const loadSamples: JobRunner = async (context, job) => {
  const { pool, client } = context;
  const open = await openJobShop(context, job);
  const { result, calls } = await countShopCalls(() => load(pool, open, MOST_OF_A_KIND));
  const samples = await withoutErasedSamples(open, result.samples);
  const fitting = samples.filter((sample) => JSON.stringify(sample).length <= LONGEST_DATA);
  await writeResults(
    client,
    job,
    fitting.map((sample) => ({ kind: sample.kind, title: sample.title, data: sample })),
  );
  await removeResults(client, job);
  const tooLarge = samples.length - fitting.length;
  const failed = result.failed + tooLarge;
  return {
    status: 'Done',
    message: sentences(
      `Records to look at: ${fitting.length}.`,
      tooLarge > 0 && `Too large to be kept as samples: ${tooLarge}.`,
      result.failed > 0 && `Not read in the shop: ${result.failed}.`,
    ),
    total: samples.length + result.failed,
    completed: fitting.length,
    failed,
    result: { counts: countsOf(fitting), tooLarge, unread: result.failed, calls: { shop: calls } },
  };
};

function countsOf(samples: Sample[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of samples) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
