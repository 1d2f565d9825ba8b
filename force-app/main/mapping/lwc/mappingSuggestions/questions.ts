import { compilePath, SHAPE_WORDS, shapeOfAll, type FieldDescribe } from 'c/mappingEngine';
import type { Found } from './finder';
import { questionId } from './items';

const MOST_QUESTIONS = 40;
const LONGEST_ID = 255;
/** The job's input is kept in a field of 32,768 characters. */
const MOST_CHARACTERS = 30_000;

interface Named {
  name: string;
  label?: string;
}

interface Candidate extends Named {
  type: string;
}

/** As the worker's job takes it. */
export interface Question extends Named {
  id: string;
  object: string;
  shape: string;
  candidates: Candidate[];
}

/** What a model is asked: names, labels, types and shapes, never a value of a record. */
export function questionsOf(found: Found): Question[] {
  const questions: Question[] = [];
  let size = 0;
  for (const question of allOf(found)) {
    if (question.candidates.length < 2 || question.id.length > LONGEST_ID) continue;
    size += JSON.stringify(question).length + 1;
    if (size > MOST_CHARACTERS || questions.length === MOST_QUESTIONS) break;
    questions.push(question);
  }
  return questions;
}

function allOf({ target, fields, sources, labels, described, inputs }: Found): Question[] {
  const { id, object } = target;
  const shapeOf = (path: string): string => shapeWords(inputs.map(compilePath(path)).flat());
  const asSource = (path: string): Candidate[] =>
    named(path, labels.get(path)).map((one) => ({ ...one, type: shapeOf(path) }));
  const asField = (name: string): Candidate[] => {
    const { label, type = 'unknown' } = described.get(name) ?? {};
    return named(name, label).map((one) => ({ ...one, type }));
  };
  const forFields = fields.flatMap(({ field, offers }) =>
    named(field.name, field.label).map((one) => ({
      ...{ id: questionId(id, 'field', field.name), object, ...one, shape: shapeFor(field) },
      candidates: offers.flatMap(({ suggestion }) => asSource(suggestion.path)),
    })),
  );
  const forSources = sources.flatMap(({ path, label, offers }) =>
    named(path, label).map((one) => ({
      ...{ id: questionId(id, 'source', path), object, ...one, shape: shapeOf(path) },
      candidates: offers.flatMap(({ suggestion }) => asField(suggestion.field)),
    })),
  );
  return [...forFields, ...forSources];
}

function shapeWords(values: unknown[]): string {
  const shaped = shapeOfAll(values);
  return shaped ? SHAPE_WORDS[shaped.shape] : 'unknown';
}

const SHAPES: Readonly<Record<string, string>> = {
  email: SHAPE_WORDS.email,
  phone: SHAPE_WORDS.phone,
  url: SHAPE_WORDS.url,
  datetime: SHAPE_WORDS.dateTime,
  date: SHAPE_WORDS.date,
  boolean: SHAPE_WORDS.boolean,
  currency: SHAPE_WORDS.money,
  double: SHAPE_WORDS.money,
  percent: SHAPE_WORDS.money,
  int: SHAPE_WORDS.integer,
};

function shapeFor({ type }: FieldDescribe): string {
  return SHAPES[type] ?? SHAPE_WORDS.text;
}

/** Nothing for a name that the worker would refuse, as it may be a person's. */
function named(name: string, label: string | undefined): Named[] {
  if (!isName(name)) return [];
  return [{ name, ...(label && isName(label) && { label }) }];
}

function isName(text: string): boolean {
  return /^[A-Za-z_][\w .:/%()'-]{0,254}$/.test(text) && !/\d{5}/.test(text);
}
