import { settingsShape } from '../../shared/orgs.ts';
import type { JobRunner } from './job.ts';
import { readInput } from './read-input.ts';

/** Changes how the worker treats this org; what is not named stays. */
export const changeSettings: JobRunner = async ({ pool, client }, job) => {
  // Defaults must not stand for what was not named.
  const named = Object.keys(job.input ?? {});
  const read: Record<string, unknown> = readInput(job, settingsShape.strict());
  const changes = Object.fromEntries(named.map((name) => [name, read[name]]));
  await pool.query('update cartbridge.org set settings = settings || $2 where id = $1', [
    client.org.id,
    changes,
  ]);
  return { status: 'Done', message: 'The settings hold from the next event on.', result: changes };
};
