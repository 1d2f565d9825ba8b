import type { Finding } from '#mapping-engine';
import { z } from 'zod';
import { resumeFields } from '../../deliver/resume-fields.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { writeAll } from '../../deliver/write-rows.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import { currentNumber, findVersionOf, saveVersion } from '../../shared/mapping-versions.ts';
import { tellMappings } from '../mapping-records.ts';
import { openJobShop } from './job-shop.ts';
import { sentences, type JobResult, type JobRunner } from './job.ts';
import { judgeMapping } from './judge-mapping.ts';
import { findProposal } from './proposals.ts';
import { readInput, recordIdShape } from './read-input.ts';

const inputShape = z.object({ version: recordIdShape });

/** What `Problems__c` holds, in characters. */
const LONGEST_PROBLEMS = 131_072;

/**
 * Publishes a mapping that somebody proposed: from the next batch on the worker goes by it. A mapping
 * that cannot work in this org is refused, and its record says why, row by row. Done twice it does
 * nothing the second time: what was published from a record is known by the record.
 */
export const publishMapping: JobRunner = async (context, job) => {
  const { pool, client } = context;
  const record = readInput(job, inputShape).version as SalesforceId;
  const { shop } = await openJobShop(context, job);
  const { id, definition, author, reason } = await findProposal(client, record, shop);
  let version = await findVersionOf(pool, client.org.id, id);
  if (!version) {
    const judged = await judgeMapping(client, definition);
    if ('problems' in judged) return refuse(client, id, judged.problems);
    version = await saveVersion(pool, {
      ...{ shopId: shop.id, orgId: shop.orgId, definition: judged.mapping },
      ...{ salesforceId: id, author, reason },
    });
  }
  const { number } = version;
  const untold = await tellMappings(pool, client);
  // The version holds whatever becomes of this; the desk looks again.
  await resumeFields(pool, client).catch(() => undefined);
  const current = (await currentNumber(pool, shop.id)) ?? number;
  return {
    status: 'Done',
    message: sentences(
      current === number
        ? `Version ${number} is published. What comes from now on goes by it.`
        : `Version ${number} was published before, and version ${current} holds now. To go back, publish its mapping as a new version.`,
      // It holds all the same; the desk tries again.
      untold && `Salesforce did not take its record yet: ${untold.message}`,
    ),
    total: 1,
    completed: 1,
    result: { number },
  };
};

async function refuse(
  client: SalesforceClient,
  id: SalesforceId,
  problems: Finding[],
): Promise<JobResult> {
  await writeAll(client, [
    {
      object: 'Mapping_Version__c',
      key: id,
      target: { id },
      fields: { Status__c: 'Refused', Problems__c: asMuchAsFits(problems) },
      references: {},
    },
  ]);
  const { length } = problems;
  return {
    status: 'Failed',
    message: `The mapping was not published: ${length === 1 ? 'one thing' : `${length} things`} cannot work. Mend what is marked on its rows, then publish it again.`,
    total: 1,
    failed: 1,
    result: { problems: length },
  };
}

function asMuchAsFits(problems: Finding[]): string {
  let some = problems;
  let text = JSON.stringify(some);
  while (text.length > LONGEST_PROBLEMS) {
    some = some.slice(0, Math.floor(some.length / 2));
    text = JSON.stringify(some);
  }
  return text;
}
