import { RESERVED_OBJECTS } from '#mapping-engine';
import { z } from 'zod';
import { describeObjects } from '../../deliver/salesforce/describe.ts';
import { listObjects, type ObjectSummary } from '../../deliver/salesforce/list-objects.ts';
import { sentences, type JobRunner } from './job.ts';
import { removeResults, writeResults } from './job-results.ts';
import { readInput } from './read-input.ts';

const inputShape = z.object({
  objects: z.array(z.string().regex(/^\w+$/)).min(1).max(100).optional(),
});

/** What a shop's records become, and what salespeople work with. */
const USUAL = [
  ...['Order__c', 'Order_Item__c', 'Cart__c', 'Cart_Item__c', 'Commerce_Product__c', 'Shop__c'],
  ...['Lead', 'Contact', 'Account', 'Opportunity', 'CampaignMember'],
];
/** Orgs have hundreds of objects of their own; who wants another one asks for it by name. */
const MOST_CUSTOM = 50;

/** Finds out which objects and fields the worker's user may write, with the session that writes. */
export const describeTargets: JobRunner = async ({ client }, job) => {
  const input = readInput(job, inputShape);
  const before = client.calls;
  const listed = input.objects ? null : choose(await listObjects(client));
  const wanted = input.objects ?? (listed ?? []).map(({ object }) => object);
  const described = await describeObjects(client, wanted);
  const calls = client.calls - before;
  await writeResults(
    client,
    job,
    [...described.values()].map((describe) => ({
      kind: 'Describe',
      title: describe.object,
      data: describe,
    })),
  );
  // What was asked for by name completes what an earlier job found; the whole replaces it.
  if (!input.objects) await removeResults(client, job);
  const missing = wanted.filter((object) => !described.has(object));
  return {
    status: 'Done',
    message: sentences(
      `Objects described: ${described.size}.`,
      missing.length > 0 && `The worker’s user does not see ${missing.join(', ')}.`,
    ),
    total: wanted.length,
    completed: described.size,
    failed: missing.length,
    result: {
      objects: [...described.values()].map(({ object, label }) => ({ object, label })),
      missing,
      calls,
    },
  };
};

function choose(all: ObjectSummary[]): ObjectSummary[] {
  const usual = USUAL.flatMap((name) => all.find(({ object }) => object === name) ?? []);
  const custom = all
    .filter((one) => one.custom && one.ordinary && one.createable && one.updateable)
    .filter(({ queryable, object }) => queryable && object.endsWith('__c'))
    .filter(
      ({ object, ofPackage }) => !ofPackage && ![...USUAL, ...RESERVED_OBJECTS].includes(object),
    )
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return [...usual, ...custom.slice(0, MOST_CUSTOM)];
}
