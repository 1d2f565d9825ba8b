import { asFailure, Failure } from '../../shared/failure.ts';
import { erasePerson } from '../privacy/erase.ts';
import { sentences, type JobRunner } from './job.ts';
import { readRequest } from './person-request.ts';

/** Erases somebody everywhere, as their preview was confirmed. Cut off, it goes on where it ended. */
export const erasePersonJob: JobRunner = async ({ pool, client, vault }, job) => {
  const { request, token } = readRequest(job);
  if (token === undefined)
    throw new Failure('mapping', 'Nobody is erased without a preview that was confirmed.', {
      nextStep: 'Find the person first, then erase with the token of that preview.',
    });
  try {
    const parts = { pool, client, vault, askedBy: `job ${job.id}` };
    const receipt = await erasePerson(parts, request, token);
    const left = receipt.remaining.reduce((sum, { count }) => sum + count, 0);
    return {
      status: receipt.verified ? 'Done' : 'Failed',
      message: sentences(
        receipt.verified && 'Erased, and nothing was found when it was searched again.',
        left > 0 && `Still there after three tries: ${left}. Erase again with the same preview.`,
        'Some things are left to do by people: see the receipt.',
      ),
      result: receipt,
    };
  } catch (error) {
    const failure = asFailure(error);
    if (failure.kind !== 'person_busy') throw failure;
    return { status: 'Running', message: 'Another worker is busy with this person.' };
  }
};
