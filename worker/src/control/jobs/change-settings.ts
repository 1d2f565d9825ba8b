import { z } from 'zod';
import { withoutFormerNames } from '../../shared/orgs.ts';
import { peoplePolicyShape } from '../../shared/people-policy.ts';
import { changeShopSettings, isAboutShop } from './change-shop-settings.ts';
import { checkCreating } from './check-creating.ts';
import type { JobRunner } from './job.ts';
import { readInput } from './read-input.ts';

const inputShape = z.preprocess(withoutFormerNames, peoplePolicyShape.strict());

/**
 * Changes how the worker treats the people of this org: `matching`, `creating`, `companies` or
 * `consent`, each as a whole; what is not named stays.
 * A shop's own settings are changed one shop at a time.
 */
export const changeSettings: JobRunner = async (context, job) => {
  if (isAboutShop(job.input)) return changeShopSettings(context, job);
  const { pool, client } = context;
  // Defaults must not stand for what was not named.
  const named = Object.keys(withoutFormerNames(job.input ?? {}) as object);
  const read: Record<string, unknown> & z.output<typeof inputShape> = readInput(job, inputShape);
  if (named.includes('creating')) await checkCreating(client, read.creating);
  const changes = Object.fromEntries(named.map((name) => [name, read[name]]));
  await pool.query(
    `update cartbridge.org set settings =
       case when $2::jsonb ? 'creating' then settings - 'createPeopleAs' else settings end || $2::jsonb
     where id = $1`,
    [client.org.id, JSON.stringify(changes)],
  );
  return { status: 'Done', message: 'The settings hold from the next event on.', result: changes };
};
