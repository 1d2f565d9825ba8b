import { SHAPE_WORDS } from '#mapping-engine/suggestShapes';
import { z } from 'zod';

/** A name as schemas have them. What could be a person's address or number is none. */
const name = z
  .string()
  .max(255)
  .regex(/^[A-Za-z_][\w .:/%()'-]*$/, { error: 'is not the name of a field' })
  .refine((text) => !/\d{5,}/.test(text), { error: 'is not the name of a field' });

export const questionShape = z.object({
  id: z.string().max(255),
  object: name,
  /** What shall be filled from one of the candidates, or is to go to one of them. */
  name,
  label: name.optional(),
  /** In words: what the values look like, never one of them. */
  shape: z.enum(['unknown', ...Object.values(SHAPE_WORDS)]),
  candidates: z
    .array(z.object({ name, label: name.optional(), type: name }))
    .min(2)
    .max(10),
});
export type Question = z.output<typeof questionShape>;

const INSTRUCTIONS =
  'You match fields of a shop with fields of Salesforce. For each question order the candidates, ' +
  'the one that means the same first. Answer with JSON only, an array of ' +
  '{"id": <id of the question>, "order": [<indexes of its candidates, best first>]}.';

/** The messages for a model: names, labels and types, and never a value of a record. */
export function rankPrompt(questions: Question[]): { role: 'system' | 'user'; content: string }[] {
  const asked = questions.map(({ object, name: field, label, shape, candidates }, index) => ({
    ...{ id: index, object, field, label, values: shape },
    candidates: candidates.map((candidate, place) => ({ index: place, ...candidate })),
  }));
  return [
    { role: 'system', content: INSTRUCTIONS },
    { role: 'user', content: JSON.stringify(asked) },
  ];
}

const rankingShape = z.array(z.object({ id: z.number(), order: z.array(z.number()) }));

export interface Ranking {
  id: string;
  /** Names of the candidates, best first: each of them, once. */
  order: string[];
}

/**
 * Reads what a model answered. It may only put in order what it was asked: other names are left out,
 * missing ones keep their place at the end, questions it did not answer stay as they were.
 */
export function readRanking(text: string, questions: Question[]): Ranking[] {
  const answer = rankingShape.safeParse(jsonIn(text));
  if (!answer.success) return [];
  return answer.data.flatMap(({ id, order }): Ranking[] => {
    const question = questions[id];
    if (!question) return [];
    const names = question.candidates.map((candidate) => candidate.name);
    const ranked = order.flatMap((index) => names[index] ?? []);
    return [{ id: question.id, order: [...new Set([...ranked, ...names])] }];
  });
}

/** Models like to put a fence around their JSON. */
function jsonIn(text: string): unknown {
  const start = text.indexOf('[');
  const end = text.lastIndexOf(']');
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return null;
  }
}
