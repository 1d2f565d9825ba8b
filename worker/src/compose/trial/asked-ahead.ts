import { Failure } from '../../shared/failure.ts';

/** Passes after which something asks a new question each time, and would for ever. */
const MOST_PASSES = 12;

/** Questions to another system: those answered are remembered, the others noted for later. */
export interface Questions<Question, Answer> {
  /** The answer, if it is known; otherwise the question is noted. */
  ask(key: string, question: Question): { answer: Answer } | undefined;
  /** Asks the other system all that was noted. False when there was nothing. */
  answerNoted(): Promise<boolean>;
}

/** @param answerAll asks for all of them in as few calls as it can; an answer for each, by key */
export function createQuestions<Question, Answer>(
  answerAll: (questions: Map<string, Question>) => Promise<Map<string, Answer>>,
): Questions<Question, Answer> {
  const answers = new Map<string, Answer>();
  let noted = new Map<string, Question>();
  return {
    ask(key, question) {
      if (answers.has(key)) return { answer: answers.get(key) as Answer };
      noted.set(key, question);
      return undefined;
    },
    async answerNoted() {
      const questions = noted;
      noted = new Map();
      if (questions.size === 0) return false;
      for (const [key, answer] of await answerAll(questions)) answers.set(key, answer);
      return true;
    },
  };
}

/** What an unanswered question is told: the pass it belongs to will be thrown away. */
export function notAskedYet(): Failure {
  return new Failure('unexpected', 'This was not asked yet.');
}

/**
 * Runs `pass` until it asks nothing that has no answer. Between two passes, and never within one,
 * the noted questions are asked.
 */
export async function untilAnswered<Result>(
  pass: () => Promise<Result>,
  kinds: Pick<Questions<never, never>, 'answerNoted'>[],
): Promise<Result> {
  for (let count = 0; count < MOST_PASSES; count += 1) {
    const ended = await settled(pass);
    let isNews = false;
    for (const kind of kinds) isNews = (await kind.answerNoted()) || isNews;
    if (isNews) continue;
    if ('thrown' in ended) throw ended.thrown;
    return ended.result;
  }
  throw new Failure('unexpected', 'The trial asked for ever new things.', {
    nextStep: 'This is a fault in Cartbridge: report it.',
  });
}

async function settled<Result>(
  pass: () => Promise<Result>,
): Promise<{ result: Result } | { thrown: unknown }> {
  try {
    return { result: await pass() };
  } catch (thrown) {
    return { thrown };
  }
}
