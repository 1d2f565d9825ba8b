import { Refused } from '../records/refusal.ts';
import { errorAnswer } from '../rest/answers.ts';
import type { Answer } from '../rest/call.ts';
import { badParameter } from './refusals.ts';

/** Answers one thing per name; what is refused has its own status, and the others do not mind. */
export function batchOf<Name>(names: Name[], most: number, work: (name: Name) => unknown): Answer {
  if (names.length > most) {
    throw badParameter(`A batch can have up to ${most} entries; this one has ${names.length}.`);
  }
  const results = names.map((name) => {
    try {
      return { statusCode: 200, result: work(name) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { statusCode: error.status, result: errorAnswer(error).body };
    }
  });
  return {
    status: 200,
    body: { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results },
  };
}
