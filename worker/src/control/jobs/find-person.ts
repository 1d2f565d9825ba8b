import { previewPerson } from '../privacy/preview.ts';
import { sentences, type JobRunner } from './job.ts';
import { readRequest } from './person-request.ts';

/** Says what is held of somebody where, and what an erasure would do. */
export const findPerson: JobRunner = async ({ pool, client }, job) => {
  const { request } = readRequest(job);
  const answer = await previewPerson(pool, client, request);
  const { people, preview } = answer;
  const held = preview?.places.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return {
    status: 'Done',
    message: sentences(
      people.length === 0 ? 'Nobody is known by that.' : `People known by that: ${people.length}.`,
      answer.chosen === null && 'Choose one of them, several, or all.',
      preview && `Rows and records about them: ${held}.`,
    ),
    result: answer,
  };
};
