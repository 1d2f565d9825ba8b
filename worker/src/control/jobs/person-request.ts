import { z } from 'zod';
import type { PersonId } from '../../shared/ids.ts';
import { Failure } from '../../shared/failure.ts';
import { questionShape } from '../privacy/find-people.ts';
import type { Request } from '../privacy/preview.ts';
import type { Job } from './job.ts';
import { readInput } from './read-input.ts';

const inputShape = z.object({
  email: z.unknown().optional(),
  customerKey: z.unknown().optional(),
  recordId: z.unknown().optional(),
  people: z.union([z.literal('all'), z.array(z.uuid()).min(1)]).optional(),
  salesforce: z.enum(['anonymise', 'unlink']).optional(),
  token: z.string().optional(),
});

/** Whom a job asks for, and the token where it has one. Throws a Failure without what was typed. */
export function readRequest(job: Job): { request: Request; token: string | undefined } {
  const { email, customerKey, recordId, people, salesforce, token } = readInput(job, inputShape);
  const who = Object.entries({ email, customerKey, recordId }).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (who.length !== 1)
    throw new Failure(
      'mapping',
      'The job does not say whom: an address, a key or an id, one of them.',
      {
        nextStep: 'Start the job again from its screen.',
      },
    );
  const question = readInput({ ...job, input: Object.fromEntries(who) }, questionShape);
  return {
    request: {
      ...{ question, job: job.id, mode: salesforce ?? 'auto' },
      people: people as PersonId[] | 'all' | undefined,
    },
    token,
  };
}
