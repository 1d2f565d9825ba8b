import { z } from 'zod';
import { askModel } from '../inference/ask-model.ts';
import { questionShape, rankPrompt, readRanking } from '../inference/rank-prompt.ts';
import type { JobRunner } from './job.ts';
import { readInput } from './read-input.ts';

const inputShape = z.object({ questions: z.array(questionShape).min(1).max(40) });

/**
 * Lets a model put suggestions in another order, where the environment names one. It is told names,
 * labels and types; what is no such name is refused, so that no value of a record gets there.
 */
export const rankSuggestions: JobRunner = async ({ inference }, job) => {
  if (!inference) {
    return {
      status: 'Not Available',
      message: 'The worker has no inference endpoint. Suggestions are ranked on the screen itself.',
    };
  }
  const { questions } = readInput(job, inputShape);
  const ranked = readRanking(await askModel(inference, rankPrompt(questions)), questions);
  return {
    status: 'Done',
    message: `${ranked.length} of ${questions.length} suggestions were ranked anew.`,
    total: questions.length,
    completed: ranked.length,
    result: { ranked },
  };
};
